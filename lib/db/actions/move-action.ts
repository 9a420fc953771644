import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { actions } from '@/drizzle/schema/conversations';
import type { db, Executor } from '../client';
import { addActionEvents, type NewActionEvent } from './action-events';
import type { ActionRow } from './actions';

export type ActionState = ActionRow['state'];

type Changes = Parameters<ReturnType<ReturnType<typeof db>['update']>['set']>[0];

interface Move<To extends ActionState> {
  id: string;
  from: ActionState[];
  to: To;
  /** What must hold beside its state. */
  when?: SQL;
  set?: Changes;
  events: NewActionEvent[];
}

/**
 * Brings an action from one state to another with its line of history: one conditional update, so
 * that of two who want it one does it. Null when it no longer is in such a state.
 */
export async function moveAction<To extends ActionState>(
  executor: Executor,
  { id, from, to, when, set, events }: Move<To>,
): Promise<(ActionRow & { state: To }) | null> {
  return await executor.transaction(async (tx) => {
    const [row] = await tx
      .update(actions)
      .set({ ...set, state: to, updatedAt: sql`now()` })
      .where(and(eq(actions.id, id), inArray(actions.state, from), when))
      .returning();
    if (row) await addActionEvents(tx, id, events);
    return row ? { ...row, state: to } : null;
  });
}
