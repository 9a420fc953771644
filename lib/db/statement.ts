import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { processGlobal } from '@/lib/process-global';
import { type Database, db, type Executor } from './client';

interface Prepared<R> {
  execute: (values: Record<string, unknown>) => Promise<R>;
}

/** The driver that an executor sends by: that of the pool, or of its transaction's connection. */
function driverOf(executor: Executor): postgres.Sql {
  return (executor as unknown as { session: { client: postgres.Sql } }).session.client;
}

/** A value given when a statement is run. */
export const given = (name: string) => sql.placeholder(name);

/**
 * A statement that every turn runs: its text is built once in a process, with `given` values in it,
 * and prepared by the server. Building it anew takes longer than running it.
 * @param name unique among these statements
 */
export function statement<V extends Record<string, unknown>, R>(
  name: string,
  build: (database: Database) => { prepare: (name: string) => Prepared<R> },
): (executor: Executor, values: V) => Promise<R> {
  const place = `statement:${name}`;
  return (executor, values) => {
    const known = processGlobal(place, () => build(db()).prepare(name));
    const client = { value: driverOf(executor) };
    const bound: Prepared<R> = Object.create(known, { client });
    return bound.execute(values);
  };
}

/**
 * As `statement`, of SQL as it stands, for those that do several things at once.
 * @returns the rows as the driver has them: JSON and times are text
 */
export async function runText<R extends object>(
  executor: Executor,
  text: string,
  values: (string | number | string[] | null | undefined)[],
): Promise<R[]> {
  const parameters = values.map((value) => value ?? null) as never[];
  return await driverOf(executor).unsafe<R[]>(text, parameters, { prepare: true });
}
