import { z } from 'zod';
import { carryOutSoon } from '@/agents/actions/carry-out-apart';
import { keepActions } from '@/agents/actions/keep-actions';
import { tellOutcome } from '@/agents/actions/tell-outcome';
import { startTurn } from '@/agents/run-turn';
import { keepRecovering } from '@/agents/turns/recover-turns';
import { resumeTurn } from '@/agents/turns/resume-turn';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { AppError } from '@/lib/errors';
import { decideAction } from '@/lib/operations/decide-action';
import { decideApproval } from '@/lib/operations/decide-approval';

const principalSchema = z.custom<Principal>((value) => typeof value === 'object');
const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    principal: principalSchema,
    conversationId: z.string(),
    message: z.object({ id: z.string(), text: z.string() }),
  }),
  z.object({ kind: z.literal('approve'), principal: principalSchema, actionId: z.string() }),
  z.object({
    kind: z.literal('approve-as-operator'),
    principal: principalSchema,
    actionId: z.string(),
  }),
]);

/** What a test may have such a process do. */
export type TurnOrder = z.infer<typeof orderSchema>;

/** A process that runs turns as the web process does, to be killed in the middle of them. */
async function main(): Promise<void> {
  reachDemoApiAt(Number(process.env.DEMO_API_PORT));
  process.on('message', (order) => {
    follow(orderSchema.parse(order)).catch((error: unknown) => {
      // What a person would be told and try again; anything else ends the process.
      if (!(error instanceof AppError)) throw error;
    });
  });
  // Whoever started it is gone, and with it the database.
  process.on('disconnect', () => process.exit());
  keepRecovering();
  keepActions();
  process.send?.('ready');
}

async function follow(order: TurnOrder): Promise<void> {
  if (order.kind === 'say') {
    await (await startTurn(order)).result;
    return;
  }
  const { principal, actionId } = order;
  if (order.kind === 'approve-as-operator') {
    await decideApproval(principal, actionId, { decision: 'approve' }, tellOutcome);
    carryOutSoon(actionId);
    return;
  }
  const { turnId } = await decideAction({ principal, actionId, decision: 'approve' });
  await resumeTurn(turnId);
}

await main();
