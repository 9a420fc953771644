import { z } from 'zod';
import { carryOutSoon } from '@/agents/actions/carry-out-apart';
import { route } from '@/lib/http/route';
import { askUndo } from '@/lib/operations/ask-undo';

/** Takes back what was done for the caller, where and while that is offered. */
export const POST = route(
  { permission: 'chat:use', params: z.object({ id: z.string() }) },
  async ({ principal, params }) => {
    const undo = await askUndo(principal, params.id);
    carryOutSoon(undo.id);
    return Response.json({ actionId: undo.id, state: undo.state }, { status: 202 });
  },
);
