import type { DocumentPreview, OperationView } from '@/lib/shared/connections';

type Offered = DocumentPreview['operations'][number];

/** An operation that is not in both documents as it was. */
export interface OperationChange {
  operationId: string;
  kind: 'added' | 'changed' | 'removed';
  /** Specialists have it, so that something is to be done. */
  isGiven: boolean;
}

/** What a newer document changes; what specialists have comes first. */
export function compareOperations(before: OperationView[], after: Offered[]): OperationChange[] {
  const known = new Map(before.map((operation) => [operation.operationId, operation]));
  const left = new Set(after.map(({ operationId }) => operationId));
  const removed = before
    .filter(({ operationId }) => !left.has(operationId))
    .map(({ operationId, tool }) => change(operationId, 'removed', tool !== null));
  const others = after.flatMap((operation) => {
    const { operationId } = operation;
    const old = known.get(operationId);
    if (!old) return [change(operationId, 'added', false)];
    return isSame(old, operation) ? [] : [change(operationId, 'changed', old.tool !== null)];
  });
  return [...removed, ...others].sort((a, b) => Number(b.isGiven) - Number(a.isGiven));
}

function change(operationId: string, kind: OperationChange['kind'], isGiven: boolean) {
  return { operationId, kind, isGiven };
}

function isSame(before: Offered, after: Offered): boolean {
  return JSON.stringify(partsOf(before)) === JSON.stringify(partsOf(after));
}

/** What calls depend on; in an order of their own, for two documents may tell it in different ones. */
function partsOf({ method, path, input, outputs, problem }: Offered) {
  return sorted([method, path, input, [...outputs].sort(), problem ?? null]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
