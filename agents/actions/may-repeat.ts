import type { Checked } from '@/agents/tools/tool-spec';
import { countActionEvents } from '@/lib/db/actions/action-events';
import type { ActionRow } from '@/lib/db/actions/actions';

/** How often a deed is repeated that did not happen, all in all. */
const maxRepeats = 3;

/** Whether an action that was asked after may be done again: it did not happen, and not too often. */
export async function mayRepeat({ id }: ActionRow, checked: Checked): Promise<boolean> {
  if (checked.found !== 'not-happened' || !checked.mayRepeat) return false;
  // Counted in its history: it may have been repeated by another process, or in its turn.
  return (await countActionEvents(id, 'repeated')) < maxRepeats;
}
