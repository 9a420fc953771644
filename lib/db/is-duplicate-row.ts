import postgres from 'postgres';

/** Whether a statement failed because such a row is there already (SQLSTATE 23505). */
export function isDuplicateRow(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof postgres.PostgresError) return at.code === '23505';
  }
  return false;
}
