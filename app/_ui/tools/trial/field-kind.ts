import type { Property } from '../schema-properties';

/** By what an argument is typed in. */
export type FieldKind =
  | { kind: 'choice'; options: string[] }
  | { kind: 'boolean' }
  | { kind: 'number'; isWhole: boolean }
  | { kind: 'date' }
  | { kind: 'instant' }
  | { kind: 'text' }
  | { kind: 'json' };

/** By what an argument is typed in: whatever has parts, or may be several things, as JSON. */
export function fieldKindOf({ type, schema }: Property): FieldKind {
  if ('const' in schema) return { kind: 'choice', options: [String(schema.const)] };
  if (Array.isArray(schema.enum) && schema.enum.every(isPlain)) {
    const options = schema.enum.filter((option) => option !== null).map(String);
    return { kind: 'choice', options };
  }
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'number' || type === 'integer')
    return { kind: 'number', isWhole: type === 'integer' };
  if (type !== 'string') return { kind: 'json' };
  if (schema.format === 'date') return { kind: 'date' };
  if (schema.format === 'date-time') return { kind: 'instant' };
  return { kind: 'text' };
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
