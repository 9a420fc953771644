import { z } from 'zod';
import { carryOutSoon } from '@/agents/actions/carry-out-apart';
import { tellOutcome } from '@/agents/actions/tell-outcome';
import { route } from '@/lib/http/route';
import { decideApproval } from '@/lib/operations/decide-approval';
import { approvalDecisionSchema } from '@/lib/shared/actions';

/** An operator agrees to an action, which is then carried out, or refuses it. */
export const POST = route(
  {
    permission: 'approval:decide',
    params: z.object({ id: z.string() }),
    body: approvalDecisionSchema,
  },
  async ({ principal, params, body }) => {
    const action = await decideApproval(principal, params.id, body, tellOutcome);
    if (action.state === 'approved') carryOutSoon(action.id);
    return Response.json({ state: action.state }, { status: 202 });
  },
);
