import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { requireCase } from '@/lib/db/conversations/cases';
import { type Conversation, lockConversation } from '@/lib/db/conversations/conversations';
import { appendMessage, findMessage } from '@/lib/db/conversations/messages';
import { AppError, notFound } from '@/lib/errors';

export interface OperatorReply {
  /** Made by the client: the same reply sent twice is stored once. */
  id: string;
  text: string;
  /** The owner version that the reply was written under. */
  ownerVersion: number;
}

/**
 * Stores an operator's reply, only if, in the same transaction, the conversation still is theirs.
 * @returns the message's position; `isNew` is false for a reply that was stored before.
 * @throws AppError `not_found` for another team's case; `not_owner` when the conversation was
 *   handed back or taken since; `conflict` when the id is another message's.
 */
export async function replyAsOperator(
  principal: Principal,
  caseId: string,
  reply: OperatorReply,
): Promise<{ seq: number; isNew: boolean }> {
  return await db().transaction(async (tx) => {
    const { conversationId } = await requireCase(tx, principal, caseId);
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) throw notFound();
    const stored = await findMessage(tx, conversationId, reply.id);
    if (stored) {
      if (stored.authorId !== principal.id) throw new AppError('conflict');
      return { seq: stored.seq, isNew: false };
    }
    requireOwner(conversation, principal, reply.ownerVersion);
    return await appendMessage(tx, {
      conversationId,
      id: reply.id,
      role: 'operator',
      authorId: principal.id,
      parts: [{ type: 'text', text: reply.text }],
    });
  });
}

function requireOwner(conversation: Conversation, principal: Principal, version: number): void {
  const isOwner =
    conversation.ownerKind === 'operator' &&
    conversation.ownerId === principal.id &&
    conversation.ownerVersion === version;
  if (!isOwner) throw new AppError('not_owner');
}
