import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { sqlClient } from '../client';
import { readCopy } from './read-copy';

/** A connection inside a transaction. */
export type Snapshot = postgres.TransactionSql;

/** A table as it is copied out and in. */
export interface CopiedTable {
  name: string;
  /** Names of its columns, quoted and separated by commas, in the order of the copy. */
  columns: string;
  rows: number;
}

/** Runs `work` on one state of the database, whatever is written meanwhile. */
export async function withSnapshot<T>(work: (tx: Snapshot) => Promise<T>): Promise<T> {
  const mode = 'isolation level repeatable read read only';
  return (await sqlClient().begin(mode, work)) as T;
}

/** Which migrations the database has seen: the time of the last, as drizzle keeps it. */
export async function findSchemaVersion(tx: postgres.ISql): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    select coalesce(max(created_at), 0)::float8 as version from drizzle.__drizzle_migrations`;
  return row?.version ?? 0;
}

/** Every table of the desk. The queue's are not among them: a worker asks anew for what is undone. */
export async function listTables(tx: Snapshot): Promise<CopiedTable[]> {
  const tables = await tx<{ name: string; columns: string }[]>`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`;
  const counted: CopiedTable[] = [];
  for (const { name, columns } of tables)
    counted.push({ name, columns, rows: await countRows(tx, name) });
  return counted;
}

/** A table's rows in PostgreSQL's text form, which newer versions read as well. */
export async function copyOut(tx: Snapshot, { name, columns }: CopiedTable): Promise<Readable> {
  const copy = await tx.unsafe(`copy ${quoted(name)} (${columns}) to stdout`).readable();
  return Readable.from(readCopy(copy));
}

/**
 * Puts rows in the place of all there are, in one transaction. Foreign keys are taken away before
 * and put back, and with that checked, after: some tables refer to each other.
 * @param open gives a table's rows as `copyOut` gave them
 * @param finish what else belongs into the transaction
 * @throws Error when a table does not get the rows it should, or a reference leads nowhere
 */
export async function fillTables(
  tables: CopiedTable[],
  open: (table: CopiedTable) => Readable,
  finish: (tx: Snapshot) => Promise<void>,
): Promise<void> {
  await sqlClient().begin(async (tx) => {
    const keys = await takeForeignKeys(tx);
    await tx.unsafe(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    for (const table of tables) await copyIn(tx, table, open(table));
    for (const { table, name, definition } of keys) {
      await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
    }
    await moveSequences(tx);
    await finish(tx);
  });
}

async function copyIn(tx: Snapshot, table: CopiedTable, content: Readable): Promise<void> {
  const { name, columns, rows } = table;
  const target = await tx.unsafe(`copy ${quoted(name)} (${columns}) from stdin`).writable();
  await pipeline(content, target);
  const found = await countRows(tx, name);
  if (found !== rows) throw new Error(`The table ${name} got ${found} rows, not ${rows}.`);
}

async function takeForeignKeys(tx: Snapshot) {
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
  for (const { table, name } of keys)
    await tx.unsafe(`alter table ${table} drop constraint ${name}`);
  return keys;
}

/** Numbers that the database gives out itself go on after the last one that is in use. */
async function moveSequences(tx: Snapshot): Promise<void> {
  const columns = await tx<{ table: string; column: string; sequence: string }[]>`
    select c.oid::regclass::text as table, quote_ident(a.attname) as column,
      pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''`;
  for (const { table, column, sequence } of columns) {
    const next = `select coalesce(max(${column}), 0) + 1 from ${table}`;
    await tx.unsafe(`select setval($1::regclass, (${next}), false)`, [sequence]);
  }
}

async function countRows(tx: Snapshot, table: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
  return row?.n ?? 0;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
