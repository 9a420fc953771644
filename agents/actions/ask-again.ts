import type { ToolCall } from '@/agents/tools/tool-spec';
import { checkPauses, claimCheck, noteAction, repeatAction } from '@/lib/db/actions/action-claims';
import type { ActionRow } from '@/lib/db/actions/actions';
import { askOnce, checkedEvent } from './ask-whether-done';
import { askingApartTime } from './asking-pauses';
import { carryOutAgain, doneWith, writeCallOf } from './carry-out';
import type { Deed } from './deed';
import { leaveToPeople } from './leave-to-people';
import { mayRepeat } from './may-repeat';
import { settleAction } from './settle-action';
import { exclusively } from './under-way';

/** After so many questions, minutes have passed: no request that was sent is still under way. */
const enoughChecks = 4;

/**
 * Asks once more whether an action of unknown outcome happened, where that is due, and does what
 * follows: settles it, does it again where that is safe, or leaves it to people when nobody tells.
 * @param deed null where nobody can ask any more
 */
export async function askAgain(
  action: ActionRow,
  deed: Deed | null,
  call: ToolCall,
): Promise<void> {
  await exclusively(action.id, async () => {
    const claimed = await claimCheck(action);
    if (!claimed) return;
    if (deed?.check) await ask(claimed, deed, call);
    else await leaveToPeople(claimed);
  });
}

async function ask(action: ActionRow, deed: Deed, call: ToolCall): Promise<void> {
  const checked = await askOnce(deed, writeCallOf(action, call), askingApartTime);
  await noteAction(action, checkedEvent(checked));
  if (checked.found === 'happened') {
    await settleAction(action, doneWith(checked.result, deed));
    return;
  }
  if (await mayRepeat(action, checked)) {
    const again = await repeatAction(action, 'unknown');
    if (again) await carryOutAgain(again, deed, call);
    return;
  }
  if (checked.found === 'not-happened' && action.checks >= enoughChecks) {
    await settleAction(action, { state: 'failed', result: { outcome: 'not_happened' } });
    return;
  }
  if (action.checks >= checkPauses.length) await leaveToPeople(action);
}
