import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { lockOwnConversation } from '@/lib/db/conversations/conversations';
import { findMessage } from '@/lib/db/conversations/messages';
import { deleteQueuedMessage } from '@/lib/db/conversations/queued-messages';
import { AppError, notFound } from '@/lib/errors';

/**
 * Takes a waiting message out of its own conversation, as if it had not been sent.
 * @throws AppError `not_found`; `message_taken` when it no longer waits.
 */
export async function takeBackMessage(
  principal: Principal,
  conversationId: string,
  messageId: string,
): Promise<void> {
  await db().transaction(async (tx) => {
    await lockOwnConversation(tx, principal, conversationId);
    if (await deleteQueuedMessage(tx, conversationId, messageId)) return;
    const message = await findMessage(tx, conversationId, messageId);
    throw message?.role === 'user' ? new AppError('message_taken') : notFound();
  });
}
