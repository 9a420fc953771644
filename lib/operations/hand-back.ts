import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { closeCase, requireCase } from '@/lib/db/conversations/cases';
import {
  type Conversation,
  changeOwner,
  lockConversation,
  resetUnanswered,
} from '@/lib/db/conversations/conversations';
import { appendMessage } from '@/lib/db/conversations/messages';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';

/**
 * Ends a case: the AI owns the conversation again, forgets that it found nothing, and the person
 * is told. A case that is closed already stays as it is. An admin may hand back a colleague's, so
 * that no conversation waits for somebody who has left.
 * @throws AppError `not_found` for another team's case, `not_owner` for a colleague's.
 */
export async function handBack(principal: Principal, caseId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const { conversationId } = await requireCase(tx, principal, caseId);
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) throw notFound();
    const { state } = await requireCase(tx, principal, caseId);
    if (state === 'closed') return;
    if (!mayHandBack(principal, conversation)) throw new AppError('not_owner');

    await closeCase(tx, caseId);
    await resetUnanswered(tx, conversationId);
    await changeOwner(tx, { conversationId, owner: { kind: 'ai' } });
    const noticeId = newId();
    await appendMessage(tx, {
      conversationId,
      id: noticeId,
      role: 'assistant',
      parts: [{ type: 'data-notice', id: noticeId, data: { code: 'handed-back' } }],
    });
    await publish(tx, { type: 'case-changed', caseId });
  });
}

function mayHandBack(principal: Principal, conversation: Conversation): boolean {
  if (can(principal, 'inbox:oversee')) return true;
  return conversation.ownerKind === 'operator' && conversation.ownerId === principal.id;
}
