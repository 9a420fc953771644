import { and, asc, eq, sql } from 'drizzle-orm';
import { conversations, messages } from '@/drizzle/schema/conversations';
import { publish } from '@/lib/events/bus';
import type { Executor, Transaction } from '../client';

/** Messages of one conversation that may wait at once. */
export const queueLimit = 20;

/** Lets a message wait for the turn after the one that runs. The caller has the conversation locked. */
export async function queueMessage(
  tx: Transaction,
  conversationId: string,
  id: string,
): Promise<void> {
  await tx.update(messages).set({ isQueued: true }).where(isMessage(conversationId, id));
  await countQueued(tx, conversationId, 1);
}

/**
 * Takes a waiting message out of its conversation, as if it had not been sent. The caller has the
 * conversation locked.
 * @returns whether it was there and still waited.
 */
export async function deleteQueuedMessage(
  tx: Transaction,
  conversationId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(messages)
    .where(and(isMessage(conversationId, id), messages.isQueued))
    .returning({ id: messages.id });
  if (gone.length === 0) return false;
  await countQueued(tx, conversationId, -1);
  await publish(tx, { type: 'message-removed', conversationId, messageId: id });
  return true;
}

/**
 * Ends the waiting of a conversation's messages: they are put at its end, after the answer that
 * they waited for, in their order. The caller has the conversation locked.
 * @returns their ids.
 */
export async function releaseQueuedMessages(
  tx: Executor,
  conversationId: string,
): Promise<string[]> {
  const waiting = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), messages.isQueued))
    .orderBy(asc(messages.seq));
  const [conversation] = await tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} + ${waiting.length}`, queuedCount: 0 })
    .where(eq(conversations.id, conversationId))
    .returning({ lastSeq: conversations.lastSeq });
  const before = (conversation?.lastSeq ?? 0) - waiting.length;
  for (const [index, { id }] of waiting.entries()) {
    const seq = before + index + 1;
    await tx.update(messages).set({ isQueued: false, seq }).where(isMessage(conversationId, id));
    await publish(tx, { type: 'message-added', conversationId, seq });
  }
  return waiting.map(({ id }) => id);
}

/** How many characters wait in a conversation. */
export async function queuedLength(tx: Executor, conversationId: string): Promise<number> {
  const [row] = await tx
    .select({
      length: sql<number>`coalesce(sum(length(${messages.parts} #>> '{0,text}')), 0)::int`,
    })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), messages.isQueued));
  return row?.length ?? 0;
}

function isMessage(conversationId: string, id: string) {
  return and(eq(messages.conversationId, conversationId), eq(messages.id, id));
}

async function countQueued(tx: Transaction, conversationId: string, by: number): Promise<void> {
  await tx
    .update(conversations)
    .set({ queuedCount: sql`${conversations.queuedCount} + ${by}` })
    .where(eq(conversations.id, conversationId));
}
