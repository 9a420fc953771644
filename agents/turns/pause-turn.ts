import { toActionCard } from '@/agents/tools/to-action-card';
import { requireAction } from '@/lib/db/actions/actions';
import { updateTurnCounters } from '@/lib/db/conversations/conversations';
import { leaveTurn, saveCheckpoint } from '@/lib/db/conversations/turns';
import { toStoredPolicy } from '@/lib/shared/policy-state';
import type { Execution } from './execution';
import { noticeAway } from './notice-away';
import { noticeRemembered } from './notice-remembered';
import { pauseSaver } from './pause-saver';
import { storeTurn } from './store-turn';
import type { TurnResult } from './turn-result';

/**
 * Shows the actions that wait for consent and stores the turn with the graph's state, so that it
 * goes on from here after any restart. When a person has taken over meanwhile, it ends instead.
 */
export async function pauseTurn(execution: Execution, actionIds: string[]): Promise<TurnResult> {
  const { turn, writer, scope } = execution;
  for (const id of actionIds) writer.writeAction(toActionCard(await requireAction(id)));
  noticeRemembered(execution);
  noticeAway(execution);
  if (scope.standIn) writer.writeNotice(scope.standIn);
  const specialist = scope.specialist;
  return await storeTurn(execution, 'awaiting-approval', async (tx, conversation) => {
    const state = conversation ? 'awaiting-approval' : 'handed-off';
    if (conversation) {
      await saveCheckpoint(tx, turn.id, pauseSaver().export(turn.id));
      const policy = toStoredPolicy(scope.policy, conversation);
      // What the person writes instead of deciding is for whoever proposed it.
      if (policy || specialist) {
        await updateTurnCounters(tx, conversation.id, { policy, activeSpecialist: specialist });
      }
    }
    await leaveTurn(tx, turn, { state, specialist });
  });
}
