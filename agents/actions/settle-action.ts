import { eq, sql } from 'drizzle-orm';
import type { ToolResult } from '@/agents/tools/tool-result';
import { actions } from '@/drizzle/schema/conversations';
import { nextCheckAfter } from '@/lib/db/actions/action-claims';
import type { NewActionEvent } from '@/lib/db/actions/action-events';
import { type ActionRow, isApart } from '@/lib/db/actions/actions';
import { moveAction } from '@/lib/db/actions/move-action';
import { db, type Transaction } from '@/lib/db/client';
import { lockConversation } from '@/lib/db/conversations/conversations';
import { findTurn } from '@/lib/db/conversations/turns';
import { showOutcome, tellOutcome } from './tell-outcome';

/** How carrying out an action ended. */
export interface Ending {
  state: 'done' | 'failed' | 'unknown';
  result: ToolResult;
  /** For how long it can be taken back; absent where it cannot. */
  undoMinutes?: number;
}

/**
 * Stores how an action ended and shows it to its person, in one transaction: a killed process has
 * done both or neither. While its turn runs, that tells it. Null when somebody else had the action.
 * @param action as this process has it: executing by it, or unknown
 */
export async function settleAction(action: ActionRow, ending: Ending): Promise<ActionRow | null> {
  const { id, conversationId, turnId, processKey } = action;
  return await db().transaction(async (tx) => {
    await lockConversation(tx, conversationId);
    const isOurs = processKey === null ? undefined : eq(actions.processKey, processKey);
    const row = await moveAction(tx, {
      id,
      from: [action.state],
      to: ending.state,
      when: action.state === 'executing' ? isOurs : undefined,
      set: changesOf(action, ending),
      events: eventsOf(ending),
    });
    if (!row) return null;
    if (row.undoes && row.state === 'done') await markUndone(tx, row.undoes, row.principalId);
    const turn = await findTurn(turnId, tx);
    if (turn?.state === 'running' && !isApart(row)) return row;
    // What is not known is told once: asking goes on in silence.
    if (row.state === 'unknown' && row.checks > 0) await showOutcome(tx, row);
    else await tellOutcome(tx, row);
    return row;
  });
}

function changesOf({ checks }: ActionRow, { state, result, undoMinutes }: Ending) {
  const undoUntil = undoMinutes ? sql`now() + make_interval(mins => ${undoMinutes})` : null;
  return { result, undoUntil, nextCheckAt: state === 'unknown' ? nextCheckAfter(checks) : null };
}

/** That an answer was lost, and what asking told, stands in the history already. */
function eventsOf({ state, result: { outcome } }: Ending): NewActionEvent[] {
  return state === 'unknown' ? [] : [{ kind: state, detail: { outcome } }];
}

async function markUndone(tx: Transaction, id: string, byId: string): Promise<void> {
  const events: NewActionEvent[] = [{ kind: 'undone', byId }];
  await moveAction(tx, { id, from: ['done'], to: 'undone', events });
}
