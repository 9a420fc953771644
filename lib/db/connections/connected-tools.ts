import { and, asc, count, eq, sql } from 'drizzle-orm';
import { connectedTools } from '@/drizzle/schema/connections';
import { db, type Executor, type Transaction } from '../client';

export type ConnectedToolRow = typeof connectedTools.$inferSelect;

/** The tools of a connection. */
export async function listToolsOf(
  connectionId: string,
  executor: Executor = db(),
): Promise<ConnectedToolRow[]> {
  return await executor
    .select()
    .from(connectedTools)
    .where(eq(connectedTools.connectionId, connectionId))
    .orderBy(asc(connectedTools.name));
}

/** The tools of all connections, by name. */
export async function listTools(): Promise<ConnectedToolRow[]> {
  return await db().select().from(connectedTools).orderBy(asc(connectedTools.name));
}

/** How many operations of each connection are given to specialists. */
export async function countToolsByConnection(): Promise<Map<string, number>> {
  const rows = await db()
    .select({ id: connectedTools.connectionId, tools: count() })
    .from(connectedTools)
    .groupBy(connectedTools.connectionId);
  return new Map(rows.map(({ id, tools }) => [id, tools]));
}

/** Whether another operation has this name already. */
export async function isToolNameTaken(
  executor: Executor,
  name: string,
  { connectionId, operationId }: Pick<ConnectedToolRow, 'connectionId' | 'operationId'>,
): Promise<boolean> {
  const isSame = and(
    eq(connectedTools.connectionId, connectionId),
    eq(connectedTools.operationId, operationId),
  );
  const others = await executor
    .select({ id: connectedTools.id })
    .from(connectedTools)
    .where(and(eq(connectedTools.name, name), sql`not (${isSame})`));
  return others.length > 0;
}

/** How an operation is given to specialists, which nobody changes before the transaction ends; null where it is not. */
export async function lockTool(
  tx: Transaction,
  { connectionId, operationId }: Pick<ConnectedToolRow, 'connectionId' | 'operationId'>,
): Promise<ConnectedToolRow | null> {
  const [row] = await tx
    .select()
    .from(connectedTools)
    .where(
      and(
        eq(connectedTools.connectionId, connectionId),
        eq(connectedTools.operationId, operationId),
      ),
    )
    .for('update');
  return row ?? null;
}

/** Gives an operation to specialists for the first time; false where it is given already. */
export async function createTool(
  executor: Executor,
  tool: typeof connectedTools.$inferInsert,
): Promise<boolean> {
  const made = await executor
    .insert(connectedTools)
    .values(tool)
    .onConflictDoNothing({ target: [connectedTools.connectionId, connectedTools.operationId] })
    .returning({ id: connectedTools.id });
  return made.length > 0;
}

/** Gives an operation to specialists, or changes how. */
export async function saveTool(
  executor: Executor,
  tool: typeof connectedTools.$inferInsert,
): Promise<void> {
  const { name, settings, operationHash, changedBy } = tool;
  await executor
    .insert(connectedTools)
    .values(tool)
    .onConflictDoUpdate({
      target: [connectedTools.connectionId, connectedTools.operationId],
      set: { name, settings, operationHash, changedBy, updatedAt: sql`now()` },
    });
}

/** Takes an operation away from all specialists; whether one had it. */
export async function deleteTool(
  executor: Executor,
  connectionId: string,
  operationId: string,
): Promise<boolean> {
  const gone = await executor
    .delete(connectedTools)
    .where(
      and(
        eq(connectedTools.connectionId, connectionId),
        eq(connectedTools.operationId, operationId),
      ),
    )
    .returning({ id: connectedTools.id });
  return gone.length > 0;
}
