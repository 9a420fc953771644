import { z } from 'zod';
import { tellOutcome } from '@/agents/actions/tell-outcome';
import { resumeTurn } from '@/agents/turns/resume-turn';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { decideAction } from '@/lib/operations/decide-action';

/**
 * Confirms or declines an action that was proposed to the caller; the turn then goes on. Declining
 * one that waits for an operator withdraws it.
 */
export const POST = route(
  {
    permission: 'chat:use',
    params: z.object({ id: z.string() }),
    body: z.object({ decision: z.enum(['approve', 'decline']) }),
  },
  async ({ principal, params, body }) => {
    const asked = { principal, actionId: params.id, decision: body.decision };
    const { turnId, state } = await decideAction(asked, tellOutcome);
    await resumeTurn(turnId);
    if (state === 'expired') throw new AppError('action_expired');
    return Response.json({ state }, { status: 202 });
  },
);
