import { interrupt } from '@langchain/langgraph';
import type { z } from 'zod';
import { carryOut } from '@/agents/actions/carry-out';
import { deedOf } from '@/agents/actions/deed-of';
import { planHash } from '@/agents/actions/plan-hash';
import { whyOperator } from '@/agents/actions/why-operator';
import { canonicalJson } from '@/lib/canonical-json';
import { expireProposal } from '@/lib/db/actions/action-decisions';
import {
  type ActionRow,
  findActionByKey,
  isAskedAlready,
  proposeAction,
  requireAction,
  storedPreviewSchema,
} from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { sha256 } from '@/lib/ids';
import { log } from '@/lib/log';
import { isTooMuchToShow } from './is-too-much-to-show';
import { resultOf } from './phrase-outcome';
import { type ToolResult, toolResultSchema } from './tool-result';
import type { Proposed, ToolCall, WriteToolSpec } from './tool-spec';

/** For the model, beside the sentence that people read. */
const tooMuch = 'A person must see all of what they agree to, and this is too long to be shown.';

/**
 * One call of a write tool: proposed, decided by the person, executed once. The whole function
 * runs again each time the turn is resumed, so every step finds its row and goes on from there.
 * The row is named by turn, tool and arguments: a model that asks for the same thing twice in a
 * turn, or again after a crash, meets the first call's row. What an operator must agree to as well
 * is carried out apart from the turn, which ends without it.
 */
export async function runWriteTool<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  args: z.output<S>,
  call: ToolCall,
): Promise<ToolResult> {
  const idempotencyKey = sha256(canonicalJson([call.turnId, spec.name, args]));
  const found = await findActionByKey(idempotencyKey);
  if (found) return await goOn(spec, call, found);

  const proposed = await propose(spec, args, call);
  if ('refused' in proposed) return proposed.refused;
  const { plan } = proposed;
  const preview = storedPreviewSchema.parse({ ...proposed.preview, locale: call.locale });
  if (isTooMuchToShow(preview)) return { outcome: 'too_much_to_show', reason: tooMuch };
  const argsHash = planHash(spec, plan);
  const asked = { principalId: call.principal.id, tool: spec.name, argsHash };
  // A second request of its own would have a second effect.
  if (await isAskedAlready(asked)) return { outcome: 'already_asked' };
  const action = await proposeAction({
    ...asked,
    turnId: call.turnId,
    conversationId: call.conversationId,
    args: plan,
    preview,
    idempotencyKey,
    specialist: call.specialist?.name,
    teamId: call.specialist?.teamId,
    operatorReason: await whyOperator(spec, plan, call.principal.id, db()),
  });
  return await goOn(spec, call, action);
}

async function propose<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  args: z.output<S>,
  call: ToolCall,
): Promise<Proposed<z.output<P>>> {
  try {
    return await spec.propose(args, call);
  } catch (error) {
    if (call.signal?.aborted) throw error;
    log().error({ event: 'tool-failed', tool: spec.name, turnId: call.turnId, err: error });
    return { refused: { outcome: 'unavailable' } };
  }
}

async function goOn<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  call: ToolCall,
  action: ActionRow,
): Promise<ToolResult> {
  let current = await awaitDecision(action);
  const isOnItsWay = () => current.state === 'approved' || current.state === 'executing';
  while (!current.needsOperator && isOnItsWay()) {
    call.signal?.throwIfAborted();
    await carryOut(current, await deedOf(spec, current, call.principal), call);
    current = await requireAction(current.id);
  }
  const isOpen = current.state === 'awaiting-operator' || isOnItsWay();
  return isOpen ? { outcome: 'awaiting_operator' } : resultOfDecided(current);
}

async function awaitDecision(action: ActionRow): Promise<ActionRow> {
  let current = await expireProposal(db(), action);
  while (current.state === 'proposed') {
    // The value given on resume may be meant for another call and is never trusted: the row counts.
    interrupt({ actionId: current.id });
    current = await expireProposal(db(), await requireAction(current.id));
  }
  return current;
}

function resultOfDecided(action: ActionRow): ToolResult {
  const { state, result } = action;
  if (state === 'declined') return { outcome: 'declined' };
  if (state === 'refused' || state === 'expired') return resultOf(action) ?? { outcome: state };
  return toolResultSchema.parse(result);
}
