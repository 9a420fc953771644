import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { connections } from '@/drizzle/schema/connections';
import { notFound } from '@/lib/errors';
import { tooManyTools } from '@/lib/shared/call-fault';
import { db, type Executor } from '../client';

export type ConnectionRow = typeof connections.$inferSelect;
export type NewConnectionRow = typeof connections.$inferInsert;

/** A connection without what it offers, which may be megabytes. */
export type ConnectionHead = Omit<ConnectionRow, 'document' | 'offered'>;

const { document: _document, offered: _offered, ...headColumns } = getTableColumns(connections);

/** Those of them that are there. */
export async function listConnectionsById(ids: readonly string[]): Promise<ConnectionRow[]> {
  if (ids.length === 0) return [];
  return await db()
    .select()
    .from(connections)
    .where(inArray(connections.id, [...ids]));
}

/** All of them: ours first, then by name. */
export async function listConnections(executor: Executor = db()): Promise<ConnectionHead[]> {
  return await executor
    .select(headColumns)
    .from(connections)
    .orderBy(sql`${connections.isOurs} desc`, asc(connections.name));
}

/** The connection, or null. */
export async function findConnection(
  id: string,
  executor: Executor = db(),
): Promise<ConnectionRow | null> {
  const [row] = await executor.select().from(connections).where(eq(connections.id, id));
  return row ?? null;
}

/** @throws AppError `not_found` */
export async function requireConnection(
  id: string,
  executor: Executor = db(),
): Promise<ConnectionRow> {
  const row = await findConnection(id, executor);
  if (!row) throw notFound();
  return row;
}

/** Stores a new one; false when its name is taken. */
export async function createConnection(
  executor: Executor,
  row: NewConnectionRow,
): Promise<boolean> {
  const made = await executor
    .insert(connections)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: connections.id });
  return made.length > 0;
}

/** Changes one that is still at this revision, and raises it; null when somebody was faster. */
export async function updateConnection(
  executor: Executor,
  { id, revision }: { id: string; revision: number },
  change: Partial<NewConnectionRow>,
): Promise<ConnectionRow | null> {
  const [row] = await executor
    .update(connections)
    .set({ ...change, revision: revision + 1, updatedAt: sql`now()` })
    .where(and(eq(connections.id, id), eq(connections.revision, revision)))
    .returning();
  return row ?? null;
}

/** Takes one away, with its tools; ours stay. Whether it was there. */
export async function deleteConnection(executor: Executor, id: string): Promise<boolean> {
  const gone = await executor
    .delete(connections)
    .where(and(eq(connections.id, id), eq(connections.isOurs, false)))
    .returning({ id: connections.id });
  return gone.length > 0;
}

/** What is noted as wrong with one, by its code; null where nothing is. */
export async function findConnectionFault(id: string): Promise<string | null> {
  const [row] = await db()
    .select({ faultCode: connections.faultCode })
    .from(connections)
    .where(eq(connections.id, id));
  return row?.faultCode ?? null;
}

/**
 * Remembers why calls fail, or, with null, that they work; whether that is news. Since when they do
 * stays, whatever it is that makes them fail next.
 */
export async function noteConnectionFault(
  executor: Executor,
  id: string,
  faultCode: string | null,
): Promise<boolean> {
  const { faultAt, faultCode: before } = connections;
  const since = sql`coalesce(case when ${before} <> ${tooManyTools} then ${faultAt} end, now())`;
  const changed = await executor
    .update(connections)
    .set({ faultCode, faultAt: faultCode === null ? null : since })
    .where(and(eq(connections.id, id), sql`${connections.faultCode} is distinct from ${faultCode}`))
    .returning({ id: connections.id });
  return changed.length > 0;
}

/** Stores what an MCP server says that it offers, and what people are to know of that. */
export async function storeOffered(
  executor: Executor,
  id: string,
  offered: unknown,
  fault: Pick<ConnectionRow, 'faultCode' | 'faultAt'>,
): Promise<void> {
  await executor
    .update(connections)
    .set({ offered, ...fault, updatedAt: sql`now()` })
    .where(eq(connections.id, id));
}
