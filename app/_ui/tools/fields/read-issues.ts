import type { z } from 'zod';

/** Of each field that does not fit, by its path with dots: whether it is empty or wrong. */
export type FieldFaults = Record<string, 'missing' | 'wrong'>;

/** Turns what a schema finds into faults of fields; only the first of each field counts. */
export function readIssues(issues: readonly z.core.$ZodIssue[], candidate: unknown): FieldFaults {
  const faults: FieldFaults = {};
  for (const { path } of issues) {
    const value = path.reduce<unknown>(stepInto, candidate);
    const isEmpty = value === undefined || value === '' || isEmptyList(value);
    faults[path.join('.')] ??= isEmpty ? 'missing' : 'wrong';
  }
  return faults;
}

function stepInto(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
