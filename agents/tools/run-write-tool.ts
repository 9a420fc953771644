import { interrupt } from '@langchain/langgraph';
import type { z } from 'zod';
import { canonicalJson } from '@/lib/canonical-json';
import {
  type ActionRow,
  claimAction,
  findActionByKey,
  finishAction,
  proposeAction,
  requireAction,
} from '@/lib/db/actions';
import { sha256 } from '@/lib/ids';
import { log } from '@/lib/log';
import { type ToolResult, toolResultSchema } from './tool-result';
import type { Proposed, ToolCall, WriteToolSpec } from './tool-spec';

/**
 * One call of a write tool: proposed, decided by the person, executed once. The whole function
 * runs again each time the turn is resumed, so every step finds its row and goes on from there.
 * The row is named by turn, tool and arguments: a model that asks for the same thing twice in a
 * turn, or again after a crash, meets the first call's row.
 */
export async function runWriteTool<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  args: z.output<S>,
  call: ToolCall,
): Promise<ToolResult> {
  const idempotencyKey = sha256(canonicalJson([call.turnId, spec.name, args]));
  const found = await findActionByKey(idempotencyKey);
  if (found) return awaitDecision(spec, call, found);

  const proposed = await propose(spec, args, call);
  if ('refused' in proposed) return proposed.refused;
  const { plan, preview } = proposed;
  const action = await proposeAction({
    turnId: call.turnId,
    conversationId: call.conversationId,
    principalId: call.principal.id,
    tool: spec.name,
    args: plan,
    argsHash: sha256(canonicalJson(plan)),
    preview: { ...preview, locale: call.locale },
    idempotencyKey,
  });
  return awaitDecision(spec, call, action);
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

async function awaitDecision<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  call: ToolCall,
  action: ActionRow,
): Promise<ToolResult> {
  let current = action;
  while (current.state === 'proposed') {
    // The value given on resume may be meant for another call and is never trusted: the row counts.
    interrupt({ actionId: current.id });
    current = await requireAction(current.id);
  }
  switch (current.state) {
    case 'declined':
    case 'expired':
      return { outcome: current.state };
    case 'approved':
      await claimAction(current.id);
      return execute(spec, call, current);
    case 'executing':
      // Another process is at it, or was killed there: the key makes it one effect.
      return execute(spec, call, current);
    default:
      return toolResultSchema.parse(current.result);
  }
}

async function execute<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  call: ToolCall,
  action: ActionRow,
): Promise<ToolResult> {
  const { idempotencyKey } = action;
  let result: ToolResult;
  try {
    const plan = approvedPlan(spec, call, action);
    // No stop signal: what the person has confirmed is carried through.
    result = await spec.run(plan, { ...call, signal: undefined, idempotencyKey });
  } catch (error) {
    log().error({ event: 'action-failed', actionId: action.id, tool: spec.name, err: error });
    result = { outcome: 'unknown' };
  }
  // Without an answer it may or may not have happened: say just that.
  if (result.outcome === 'unavailable') result = { outcome: 'unknown' };
  await finishAction(action.id, stateOf(result.outcome), result);
  return result;
}

/** What was shown and approved; the row is bound to its person and to a hash of the plan. */
function approvedPlan<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  call: ToolCall,
  action: ActionRow,
): z.output<P> {
  const isBound =
    action.principalId === call.principal.id &&
    action.tool === spec.name &&
    action.argsHash === sha256(canonicalJson(action.args));
  if (!isBound) throw new Error('The stored action is not the one that was approved.');
  return spec.plan.parse(action.args) as z.output<P>;
}

function stateOf(outcome: string): 'done' | 'failed' | 'unknown' {
  if (outcome === 'ok') return 'done';
  return outcome === 'unknown' ? 'unknown' : 'failed';
}
