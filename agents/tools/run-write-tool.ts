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
import type { ToolCall, WriteToolSpec } from './define-tool';
import { type ToolResult, toolResultSchema } from './tool-result';

/**
 * One call of a write tool: proposed, decided by the person, executed once. The whole function
 * runs again each time the turn is resumed, so every step finds its row and goes on from there.
 * The row is named by turn, tool and arguments: a model that asks for the same thing twice in a
 * turn, or again after a crash, meets the first call's row.
 */
export async function runWriteTool<S extends z.ZodObject>(
  spec: WriteToolSpec<S>,
  args: z.output<S>,
  call: ToolCall,
): Promise<ToolResult> {
  const argsHash = sha256(canonicalJson(args));
  const idempotencyKey = sha256(canonicalJson([call.turnId, spec.name, argsHash]));
  const found = await findActionByKey(idempotencyKey);
  if (found) return awaitDecision(spec, args, call, found);

  const shown = await preview(spec, args, call);
  if ('refused' in shown) return shown.refused;
  const action = await proposeAction({
    turnId: call.turnId,
    conversationId: call.conversationId,
    principalId: call.principal.id,
    tool: spec.name,
    args,
    argsHash,
    preview: { ...shown.preview, locale: call.locale },
    idempotencyKey,
  });
  return awaitDecision(spec, args, call, action);
}

async function preview<S extends z.ZodObject>(
  spec: WriteToolSpec<S>,
  args: z.output<S>,
  call: ToolCall,
) {
  try {
    return await spec.preview(args, call);
  } catch (error) {
    if (call.signal?.aborted) throw error;
    log().error({ event: 'tool-failed', tool: spec.name, turnId: call.turnId, err: error });
    return { refused: { outcome: 'unavailable' } };
  }
}

async function awaitDecision<S extends z.ZodObject>(
  spec: WriteToolSpec<S>,
  args: z.output<S>,
  call: ToolCall,
  action: ActionRow,
): Promise<ToolResult> {
  let current = action;
  while (current.state === 'proposed') {
    // The value given on resume may be meant for another call and is never trusted: the row counts.
    interrupt({ actionId: current.id });
    current = await requireAction(current.id);
  }
  if (current.state === 'declined' || current.state === 'expired') {
    return { outcome: current.state };
  }
  if (current.state === 'approved') await claimAction(current.id);
  if (current.state === 'approved' || current.state === 'executing') {
    // Also when another process is executing, or was killed there: the key makes it one effect.
    return execute(spec, args, call, current);
  }
  return toolResultSchema.parse(current.result);
}

async function execute<S extends z.ZodObject>(
  spec: WriteToolSpec<S>,
  args: z.output<S>,
  call: ToolCall,
  action: ActionRow,
): Promise<ToolResult> {
  const { idempotencyKey } = action;
  let result: ToolResult;
  try {
    // No stop signal: what the person has confirmed is carried through.
    result = await spec.run(args, { ...call, signal: undefined, idempotencyKey });
  } catch (error) {
    log().error({ event: 'action-failed', actionId: action.id, tool: spec.name, err: error });
    result = { outcome: 'unknown' };
  }
  // Without an answer it may or may not have happened: say just that.
  if (result.outcome === 'unavailable') result = { outcome: 'unknown' };
  await finishAction(action.id, stateOf(result.outcome), result);
  return result;
}

function stateOf(outcome: string): 'done' | 'failed' | 'unknown' {
  if (outcome === 'ok') return 'done';
  return outcome === 'unknown' ? 'unknown' : 'failed';
}
