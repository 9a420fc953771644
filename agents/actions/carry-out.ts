import { setTimeout } from 'node:timers/promises';
import type { ToolResult } from '@/agents/tools/tool-result';
import type { ToolCall, WriteCall } from '@/agents/tools/tool-spec';
import { noteAction, repeatAction, takeOverAction } from '@/lib/db/actions/action-claims';
import type { ActionRow } from '@/lib/db/actions/actions';
import { log } from '@/lib/log';
import { askForAWhile, checkedEvent } from './ask-whether-done';
import { beginAction } from './begin-action';
import type { Deed } from './deed';
import { mayRepeat } from './may-repeat';
import { type Ending, settleAction } from './settle-action';
import { exclusively } from './under-way';

/** How often it is looked whether another process has come to an end with an action. */
const lookMs = 200;

/**
 * Brings an approved or executing action on its way: carries it out where this process may, takes
 * it over from one that was killed, or waits a moment for one that is at it. One that an operator
 * must agree to by now waits for them. The caller reads the row afterwards, and calls again as long
 * as it is in one of those states.
 * @param deed null where the row is not what was approved, or nobody can do it any more
 */
export async function carryOut(
  action: ActionRow,
  deed: Deed | null,
  call: ToolCall,
): Promise<void> {
  await exclusively(action.id, async () => {
    const isFresh = action.state === 'approved';
    const claimed = await (isFresh ? beginAction(action, deed) : takeOverAction(action));
    if (claimed)
      await settleAction(claimed, await perform(claimed, deed, call, isFresh ? 'nothing' : 'lost'));
    else await setTimeout(lookMs);
  });
}

/** Does again, in this process, what asking told did not happen. The row is executing and ours. */
export async function carryOutAgain(action: ActionRow, deed: Deed, call: ToolCall): Promise<void> {
  await settleAction(action, await perform(action, deed, call, 'not-happened'));
}

/** The call of a deed: nothing stops what was agreed to, and its key makes it one effect. */
export function writeCallOf({ idempotencyKey, operatorId }: ActionRow, call: ToolCall): WriteCall {
  return { ...call, signal: undefined, idempotencyKey, approvedBy: operatorId ?? undefined };
}

/** @param before whether it was tried already: `lost` where it may have been done */
async function perform(
  action: ActionRow,
  deed: Deed | null,
  call: ToolCall,
  before: 'nothing' | 'lost' | 'not-happened',
): Promise<Ending> {
  const isLost = before === 'lost';
  if (!deed) return isLost ? unknown : { state: 'failed', result: { outcome: 'not_as_agreed' } };
  const writeCall = writeCallOf(action, call);
  let mustAsk = isLost;
  let isFirst = before === 'nothing';
  for (;;) {
    const result = mustAsk ? undefined : await attempt(action, deed, writeCall, isFirst);
    if (result) return endingOf(result, deed);
    if (!mustAsk) await noteAction(action, { kind: 'answer-lost' });
    const checked = await askForAWhile(deed, writeCall);
    if (deed.check) await noteAction(action, checkedEvent(checked));
    if (checked.found === 'happened') return doneWith(checked.result, deed);
    if (!(await mayRepeat(action, checked))) return unknown;
    if (!(await repeatAction(action, 'executing'))) return unknown;
    mustAsk = false;
    isFirst = false;
  }
}

const untold = new Set(['unavailable', 'unknown']);
/** That it did not get there this time says nothing of the times before. */
const untoldAgain = new Set([...untold, 'not_reached', 'no_access', 'out_of_use']);

/** What it came to; undefined where nobody can tell whether it did. */
async function attempt(
  action: ActionRow,
  deed: Deed,
  call: WriteCall,
  isFirst: boolean,
): Promise<ToolResult | undefined> {
  try {
    const result = await deed.run(call);
    return (isFirst ? untold : untoldAgain).has(result.outcome) ? undefined : result;
  } catch (error) {
    log().error({ event: 'action-failed', actionId: action.id, tool: action.tool, err: error });
    return undefined;
  }
}

const unknown: Ending = { state: 'unknown', result: { outcome: 'unknown' } };

function endingOf(result: ToolResult, deed: Deed): Ending {
  return result.outcome === 'ok' ? doneWith(result, deed) : { state: 'failed', result };
}

/** It happened. */
export function doneWith(result: ToolResult, deed: Deed): Ending {
  return { state: 'done', result, undoMinutes: deed.undoMinutes?.(result) };
}
