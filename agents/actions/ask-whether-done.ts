import { setTimeout } from 'node:timers/promises';
import type { Checked, WriteCall } from '@/agents/tools/tool-spec';
import type { NewActionEvent } from '@/lib/db/actions/action-events';
import { log } from '@/lib/log';
import { asking } from './asking-pauses';
import type { Deed } from './deed';

/** Asks once whether a deed was done; `unclear` where there is no answer, or nobody to ask. */
export async function askOnce(deed: Deed, call: WriteCall, timeMs: number): Promise<Checked> {
  if (!deed.check) return { found: 'unclear' };
  try {
    return await deed.check({ ...call, signal: AbortSignal.timeout(Math.max(timeMs, 1)) });
  } catch (error) {
    log().warn({ event: 'action-check-failed', turnId: call.turnId, err: error });
    return { found: 'unclear' };
  }
}

/**
 * Asks a few times, for as long as a person may wait. «Not happened» ends it only where it may be
 * repeated: a request that is late may still be under way.
 */
export async function askForAWhile(deed: Deed, call: WriteCall): Promise<Checked> {
  const end = Date.now() + asking.time;
  let last: Checked = { found: 'unclear' };
  if (!deed.check) return last;
  for (const pause of asking.pauses) {
    if (Date.now() + pause >= end) break;
    await setTimeout(pause);
    last = await askOnce(deed, call, end - Date.now());
    if (last.found === 'happened' || (last.found === 'not-happened' && last.mayRepeat)) break;
  }
  return last;
}

/** The line of history for what asking told. */
export const checkedEvent = ({ found }: Checked): NewActionEvent => ({
  kind: 'checked',
  detail: { found },
});
