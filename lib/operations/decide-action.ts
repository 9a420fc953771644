import type { Principal } from '@/lib/auth/principal';
import { recordDecision, requireAction } from '@/lib/db/actions';
import { db } from '@/lib/db/client';
import { AppError, notFound } from '@/lib/errors';

/** A decided action, and the turn that waits for it. */
export interface Decided {
  turnId: string;
  state: 'approved' | 'declined' | 'expired';
}

/**
 * Records what a person decides about an action that was proposed to them; counts once. One that
 * waited too long comes back as `expired`: its turn must go on, too.
 * @throws AppError `not_found` (also for another person's action), `action_decided`
 */
export async function decideAction({
  principal,
  actionId,
  decision,
}: {
  principal: Principal;
  actionId: string;
  decision: 'approve' | 'decline';
}): Promise<Decided> {
  const action = await requireAction(actionId);
  if (action.principalId !== principal.id) throw notFound();
  if (action.state === 'expired') return { turnId: action.turnId, state: 'expired' };
  const state = decision === 'approve' ? 'approved' : 'declined';
  const decided = await recordDecision(db(), { id: actionId, state, decidedBy: principal.id });
  if (!decided) throw new AppError('action_decided');
  return { turnId: decided.turnId, state };
}
