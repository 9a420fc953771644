import { getTableColumns, sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core';

/** Whatever the seed may be written with. */
export type Writer = PgDatabase<PgQueryResultHKT, Record<string, unknown>>;

/**
 * Inserts many rows that have the same fields, leaving out those whose key is there already. They
 * travel as one value: a statement with thousands of parameters takes longer to write than to run.
 */
export async function insertRows<T extends PgTable>(
  db: Writer,
  table: T,
  rows: T['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field in first);
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.map(([field, { name }]) => [name, (row as Record<string, unknown>)[field] ?? null]),
    ),
  );
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  await db.execute(
    sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::text::jsonb) on conflict do nothing`,
  );
}
