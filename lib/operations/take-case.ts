import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { assignCase, requireCase } from '@/lib/db/conversations/cases';
import { changeOwner, lockConversation } from '@/lib/db/conversations/conversations';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';

/**
 * Makes the operator the one owner of an open case's conversation. Of two who take it at once,
 * one wins.
 * @returns the owner version to reply under.
 * @throws AppError `not_found` for another team's case, `conflict` when somebody was faster.
 */
export async function takeCase(
  principal: Principal,
  caseId: string,
): Promise<{ ownerVersion: number }> {
  return await db().transaction(async (tx) => {
    const { conversationId } = await requireCase(tx, principal, caseId);
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) throw notFound();
    if (!(await assignCase(tx, caseId, principal.id))) {
      const isMine = conversation.ownerKind === 'operator' && conversation.ownerId === principal.id;
      if (isMine) return { ownerVersion: conversation.ownerVersion };
      throw new AppError('conflict');
    }
    const ownerVersion = await changeOwner(tx, {
      conversationId,
      owner: { kind: 'operator', id: principal.id },
      expectedVersion: conversation.ownerVersion,
    });
    await publish(tx, { type: 'case-changed', caseId });
    return { ownerVersion };
  });
}
