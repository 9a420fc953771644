import { type SQL, sql } from 'drizzle-orm';

/**
 * Words of ours as a list in SQL: written out, for PostgreSQL knows the condition of an index in
 * that of a query only where neither has parameters.
 */
export function writtenOut(words: readonly string[]): SQL {
  return sql.raw(`(${words.map((word) => `'${word}'`).join(', ')})`);
}
