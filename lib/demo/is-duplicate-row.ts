const uniqueViolation = '23505';

/** Whether a statement failed because another row has the same value already. */
export function isDuplicateRow(error: unknown): boolean {
  // The query builder wraps what the driver throws.
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === uniqueViolation;
}
