import { isOfTeam } from '@/lib/auth/own-teams';
import type { Principal } from '@/lib/auth/principal';
import { recordApproval } from '@/lib/db/actions/action-decisions';
import { type ActionRow, findAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { AppError, notFound } from '@/lib/errors';
import type { ApprovalDecision } from '@/lib/shared/actions';
import type { TellOutcome } from './decide-action';

/**
 * Records what an operator decides about an action that its person has agreed to; counts once.
 * @returns the action, now `approved` or `refused`
 * @throws AppError `not_found` when it needs no operator, or one of another team; `own_approval`
 * when they asked for it themselves; `action_decided`; `action_expired`
 */
export async function decideApproval(
  principal: Principal,
  actionId: string,
  { decision, note }: ApprovalDecision,
  tell: TellOutcome,
): Promise<ActionRow> {
  const action = await findAction(actionId);
  if (!action?.needsOperator || !isOfTeam(principal, action.teamId)) throw notFound();
  // Until its person has agreed, it is nobody else's to see.
  if (action.state === 'proposed' || !action.decidedAt) throw notFound();
  if (action.principalId === principal.id) throw new AppError('own_approval');
  return await db().transaction(async (tx) => {
    await lockConversation(tx, action.conversationId);
    const isApproved = decision === 'approve';
    const decided = await recordApproval(tx, actionId, {
      isApproved,
      operatorId: principal.id,
      note: note || undefined,
    });
    if (!decided) throw await reasonAgainst(actionId);
    await tell(tx, decided);
    return decided;
  });
}

async function reasonAgainst(actionId: string): Promise<AppError> {
  const now = await findAction(actionId);
  const isExpired = now?.state === 'expired' || now?.state === 'awaiting-operator';
  return new AppError(isExpired ? 'action_expired' : 'action_decided');
}
