import { and, eq, getTableColumns, notExists, sql } from 'drizzle-orm';
import { actions, turns } from '@/drizzle/schema/conversations';
import { turnCheckpoints } from '@/drizzle/schema/turn-checkpoints';
import { isApartSql } from '@/lib/db/actions/actions';
import { publish, telling } from '@/lib/events/bus';
import { db, type Executor, type Transaction } from '../client';
import { isLockFree } from '../held-lock';
import { processKey } from '../process-key';
import { given, statement } from '../statement';

export type Turn = typeof turns.$inferSelect;
export const turnStates = turns.state.enumValues;
export type TurnState = (typeof turnStates)[number];
export type EndState = Exclude<TurnState, 'running' | 'awaiting-approval'>;

const selectOpen = statement('open-turn', (database) =>
  database
    .select()
    .from(turns)
    .where(
      and(
        eq(turns.conversationId, given('conversationId')),
        sql`${turns.state} in ('running', 'awaiting-approval')`,
      ),
    ),
);

const insertRunning = statement('create-turn', (database) =>
  database
    .insert(turns)
    .values({
      id: given('id'),
      conversationId: given('conversationId'),
      userMessageId: given('userMessageId'),
      state: 'running',
      answerId: given('answerId'),
      processKey: given('processKey'),
    })
    .returning({ ...getTableColumns(turns), told: telling(given('event')) }),
);

const updateLeft = statement('leave-turn', (database) =>
  database
    .update(turns)
    .set({
      state: sql`${given('state')}`,
      specialist: sql`coalesce(${given('specialist')}, ${turns.specialist})`,
      errorCode: sql`coalesce(${given('errorCode')}, ${turns.errorCode})`,
      stateSince: sql`now()`,
      endedAt: sql`case when ${given('isPaused')}::boolean then null else now() end`,
    })
    .where(
      and(
        eq(turns.id, given('id')),
        eq(turns.state, 'running'),
        eq(turns.processKey, given('processKey')),
        eq(turns.attempt, given('attempt')),
      ),
    )
    .returning({ id: turns.id, told: telling(given('event')) }),
);

const selectCheckpoint = statement('find-checkpoint', (database) =>
  database
    .select()
    .from(turnCheckpoints)
    .where(eq(turnCheckpoints.turnId, given('turnId'))),
);

const removeCheckpoint = statement('delete-checkpoint', (database) =>
  database.delete(turnCheckpoints).where(eq(turnCheckpoints.turnId, given('turnId'))),
);

/** The conversation's turn that has not ended, or null. */
export async function findOpenTurn(
  executor: Executor,
  conversationId: string,
): Promise<Turn | null> {
  const [row] = await selectOpen(executor, { conversationId });
  return row ?? null;
}

/**
 * Whether a turn runs for the first time: it has never paused, and no process died of it. So
 * nothing of it is stored but itself.
 */
export function isFirstRun({ attempt, startedAt, stateSince }: Turn): boolean {
  return attempt === 1 && startedAt.getTime() === stateSince.getTime();
}

/** Opens a turn that this process runs. A unique index holds that a conversation has one at most. */
export async function createTurn(
  tx: Transaction,
  turn: { id: string; conversationId: string; userMessageId: string; answerId: string },
): Promise<Turn> {
  const event = JSON.stringify(turnChanged({ ...turn, state: 'running' }));
  const [row] = await insertRunning(tx, { ...turn, processKey: await processKey(), event });
  if (!row) throw new Error('the turn was not stored');
  const { told: _, ...created } = row;
  return created;
}

/**
 * Takes back a running turn that has had no effect, so that another may begin in its place. Its
 * process cannot store anything of it afterwards.
 * @returns whether it was so.
 */
export async function discardTurn(tx: Transaction, turnId: string): Promise<boolean> {
  const itsActions = tx.select().from(actions).where(eq(actions.turnId, turnId));
  const gone = await tx
    .delete(turns)
    .where(and(eq(turns.id, turnId), eq(turns.state, 'running'), notExists(itsActions)))
    .returning({ id: turns.id });
  return gone.length > 0;
}

/**
 * Ends or pauses a turn that this process runs.
 * @throws Error when the turn is no longer this process's: whatever the transaction did is undone.
 */
export async function leaveTurn(
  tx: Transaction,
  turn: Turn,
  change: { state: EndState | 'awaiting-approval'; specialist?: string; errorCode?: string },
): Promise<void> {
  const { id, processKey: key, attempt } = turn;
  const { state, specialist = null, errorCode = null } = change;
  const event = JSON.stringify(turnChanged({ ...turn, state }));
  const isPaused = state === 'awaiting-approval';
  const left = { id, processKey: key, attempt, state, specialist, errorCode, isPaused, event };
  const rows = await updateLeft(tx, left);
  if (rows.length === 0) throw new Error(`turn ${turn.id} was taken over`);
}

/**
 * Lets a paused turn run again, in this process; null when it is not paused (any more).
 * @param answerId a new message to write, where the old one no longer is the last.
 */
export async function reopenTurn(
  tx: Transaction,
  turnId: string,
  answerId?: string,
): Promise<Turn | null> {
  const [row] = await tx
    .update(turns)
    .set({ state: 'running', stateSince: sql`now()`, processKey: await processKey(), answerId })
    .where(and(eq(turns.id, turnId), eq(turns.state, 'awaiting-approval')))
    .returning();
  if (row) await publish(tx, turnChanged(row));
  return row ?? null;
}

/** Ends a paused turn whose question the person no longer wants answered. */
export async function abandonPausedTurn(tx: Transaction, turn: Turn): Promise<void> {
  await tx
    .update(turns)
    .set({ state: 'stopped', stateSince: sql`now()`, endedAt: sql`now()` })
    .where(and(eq(turns.id, turn.id), eq(turns.state, 'awaiting-approval')));
  await deleteCheckpoint(tx, turn.id);
  await publish(tx, { ...turnChanged(turn), state: 'stopped' });
}

/** After so many seconds a turn that its own process does not run was not stored, not just begun. */
const unstoredSeconds = 30;

/**
 * Takes over running turns whose process is gone, and this process's own that it has long not been
 * running: `live` are those that it is.
 */
export async function adoptAbandonedTurns(live: string[]): Promise<Turn[]> {
  const key = await processKey();
  const rows = await db().execute<{ id: string }>(sql`
    update turns set process_key = ${key}, attempt = attempt + 1, state_since = now()
    where state = 'running' and (
      (
        process_key = ${key} and not (id = any(${sql.param(live)}::text[]))
        and state_since < now() - make_interval(secs => ${unstoredSeconds})
      )
      or ${isLockFree('process', turns.processKey)}
    )
    returning id`);
  const adopted = await Promise.all(rows.map(({ id }) => findTurn(id)));
  return adopted.filter((turn) => turn !== null);
}

/**
 * Paused turns that have something to go on with: an action that was approved, or none that still
 * waits. They were decided while the pause was being stored, or just before a crash, or never.
 */
export async function listDecidedTurnIds(): Promise<string[]> {
  const rows = await db().execute<{ id: string }>(sql`
    select id from turns
    where state = 'awaiting-approval' and (
      exists (
        select 1 from actions
        where turn_id = turns.id and state in ('approved', 'executing')
          and not ${isApartSql}
      )
      or not exists (
        select 1 from actions
        where turn_id = turns.id and state = 'proposed' and expires_at > now()
      )
    )`);
  return rows.map(({ id }) => id);
}

/** The turn, or null. */
export async function findTurn(id: string, executor: Executor = db()): Promise<Turn | null> {
  const [row] = await executor.select().from(turns).where(eq(turns.id, id));
  return row ?? null;
}

/** The stored graph state of a paused turn, or null. */
export async function findCheckpoint(turnId: string): Promise<unknown> {
  const [row] = await selectCheckpoint(db(), { turnId });
  return row?.snapshot ?? null;
}

export async function saveCheckpoint(
  tx: Transaction,
  turnId: string,
  snapshot: unknown,
): Promise<void> {
  await tx
    .insert(turnCheckpoints)
    .values({ turnId, snapshot })
    .onConflictDoUpdate({ target: turnCheckpoints.turnId, set: { snapshot } });
}

export async function deleteCheckpoint(tx: Transaction, turnId: string): Promise<void> {
  await removeCheckpoint(tx, { turnId });
}

function turnChanged(turn: Pick<Turn, 'id' | 'conversationId' | 'state'>) {
  const { id, conversationId, state } = turn;
  return { type: 'turn-changed', conversationId, turnId: id, state } as const;
}
