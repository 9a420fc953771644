import { claimAction } from '@/lib/db/actions/action-claims';
import { askOperator } from '@/lib/db/actions/action-decisions';
import type { ActionRow } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import type { Deed } from './deed';
import { showOutcome } from './tell-outcome';

/**
 * Takes an action that was agreed to, to be carried out by this process. Where an operator must
 * agree by now, because the tool was set otherwise since it was proposed or its person had more done
 * meanwhile, it waits for one instead.
 * @returns null when it waits, or somebody else was faster
 */
export async function beginAction(
  { id, conversationId, needsOperator }: ActionRow,
  deed: Deed | null,
): Promise<ActionRow | null> {
  const why = deed?.whyOperator;
  if (needsOperator || !why) return await claimAction(db(), id);
  return await db().transaction(async (tx) => {
    // Before the action: whoever settles one locks in this order, too.
    await lockConversation(tx, conversationId);
    const reason = await why(tx);
    if (!reason) return await claimAction(tx, id);
    const waiting = await askOperator(tx, id, reason);
    if (waiting) await showOutcome(tx, waiting);
    return null;
  });
}
