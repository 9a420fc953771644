import type { Principal } from '@/lib/auth/principal';
import { expireProposal, recordDecision, withdrawAction } from '@/lib/db/actions/action-decisions';
import { type ActionRow, requireAction, whoLetExpire } from '@/lib/db/actions/actions';
import { db, type Transaction } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { AppError, notFound } from '@/lib/errors';

/** A decided action, and the turn that may wait for it. */
export interface Decided {
  turnId: string;
  state: 'approved' | 'awaiting-operator' | 'declined' | 'expired';
}

/** Shows people what became of an action, in the transaction in which it did. */
export type TellOutcome = (tx: Transaction, action: ActionRow) => Promise<void>;

interface Decision {
  principal: Principal;
  actionId: string;
  decision: 'approve' | 'decline';
}

/**
 * Records what a person decides about an action that was proposed to them; counts once. Declining
 * one that waits for an operator withdraws it. One that waited too long for its person comes back
 * as `expired`: its turn must go on, too.
 * @throws AppError `not_found` (also for another person's action), `action_decided`
 */
export async function decideAction(
  { principal, actionId, decision }: Decision,
  tell: TellOutcome = async () => undefined,
): Promise<Decided> {
  const found = await requireAction(actionId);
  if (found.principalId !== principal.id) throw notFound();
  const action = await expireProposal(db(), found);
  const { turnId } = action;
  if (whoLetExpire(action) === 'person') return { turnId, state: 'expired' };
  if (action.state === 'awaiting-operator' && decision === 'decline') {
    return await withdraw(action, tell);
  }
  const decided = await recordDecision(db(), action, { decision, decidedBy: principal.id });
  if (!decided) throw new AppError('action_decided');
  return { turnId, state: decided.state };
}

async function withdraw(action: ActionRow, tell: TellOutcome): Promise<Decided> {
  const { id, turnId, conversationId, principalId } = action;
  return await db().transaction(async (tx) => {
    // Before the action: whoever settles one locks in this order, too.
    await lockConversation(tx, conversationId);
    const withdrawn = await withdrawAction(tx, id, principalId);
    if (!withdrawn) throw new AppError('action_decided');
    await tell(tx, withdrawn);
    return { turnId, state: 'declined' };
  });
}
