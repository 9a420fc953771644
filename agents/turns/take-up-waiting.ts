import type { Transaction } from '@/lib/db/client';
import type { Conversation } from '@/lib/db/conversations/conversations';
import { releaseQueuedMessages } from '@/lib/db/conversations/queued-messages';
import { createTurn, type Turn } from '@/lib/db/conversations/turns';
import { newId } from '@/lib/ids';

/**
 * Opens the one turn that answers all messages which wait, in the transaction that ends the turn
 * before: whenever the process dies, there is either that turn or this one. Null when none waits.
 */
export async function takeUpWaiting(
  tx: Transaction,
  { id, queuedCount }: Conversation,
): Promise<Turn | null> {
  if (queuedCount === 0) return null;
  const userMessageId = (await releaseQueuedMessages(tx, id)).at(-1);
  if (!userMessageId) return null;
  return await createTurn(tx, {
    id: newId(),
    conversationId: id,
    userMessageId,
    answerId: newId(),
  });
}
