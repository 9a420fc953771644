import { and, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { actions } from '@/drizzle/schema/conversations';
import { db, type Executor } from '../client';
import { isLockFree } from '../held-lock';
import { processKey } from '../process-key';
import type { NewActionEvent } from './action-events';
import { type ActionRow, isApartSql, isUnsettled } from './actions';
import { moveAction } from './move-action';

/** Whether no process has the number that an action carries. */
const isAbandoned = isLockFree('process', actions.processKey);

/** Approved becomes executing, in this process; only one caller is given the row. */
export async function claimAction(executor: Executor, id: string): Promise<ActionRow | null> {
  return await moveAction(executor, {
    id,
    from: ['approved'],
    to: 'executing',
    set: { processKey: await processKey() },
    events: [{ kind: 'started' }],
  });
}

/**
 * Takes over an executing action whose process was killed, or that this process itself dropped:
 * nobody knows whether it happened. Null when its process is alive, or somebody else was faster.
 */
export async function takeOverAction({
  id,
  processKey: old,
}: ActionRow): Promise<ActionRow | null> {
  const own = await processKey();
  const isSame = old === null ? isNull(actions.processKey) : eq(actions.processKey, old);
  return await moveAction(db(), {
    id,
    from: ['executing'],
    to: 'executing',
    when: old === own ? isSame : and(isSame, isAbandoned),
    set: { processKey: own },
    events: [{ kind: 'answer-lost' }],
  });
}

/** Seconds until it is asked again whether an action happened: a day, all in all. */
export const checkPauses = [5, 15, 60, 300, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800] as const;

/** When to ask next, once it was asked so often. */
export const nextCheckAfter = (checks: number): SQL =>
  sql`now() + make_interval(secs => ${checkPauses[Math.min(checks, checkPauses.length - 1)]})`;

/**
 * Takes the right to ask about an action of unknown outcome, until the next time that it is due;
 * null when it is not due, or somebody else asks.
 */
export async function claimCheck({ id, checks }: ActionRow): Promise<ActionRow | null> {
  const [row] = await db()
    .update(actions)
    .set({ checks: checks + 1, nextCheckAt: nextCheckAfter(checks + 1), updatedAt: sql`now()` })
    .where(
      and(
        eq(actions.id, id),
        eq(actions.state, 'unknown'),
        eq(actions.checks, checks),
        lte(actions.nextCheckAt, sql`now()`),
      ),
    )
    .returning();
  return row ?? null;
}

/** Does it again, with the same key, after asking told that it did not happen. */
export async function repeatAction(
  { id }: ActionRow,
  from: 'executing' | 'unknown',
): Promise<ActionRow | null> {
  const own = await processKey();
  return await moveAction(db(), {
    id,
    from: [from],
    to: 'executing',
    when: from === 'executing' ? eq(actions.processKey, own) : undefined,
    set: { processKey: own },
    events: [{ kind: 'repeated' }],
  });
}

/** Adds to the history of an action that stays as it is. */
export async function noteAction(
  { id, state }: ActionRow,
  ...events: NewActionEvent[]
): Promise<void> {
  await moveAction(db(), { id, from: [state], to: state, events });
}

/** Whether it is still asked about: people were not called for it yet. */
export const isStillAsked = isNotNull(actions.nextCheckAt);

/** At most so many are taken up at a time. */
const batch = 50;

/**
 * Actions that go on apart from their turns and that no process is at, the oldest first: decided
 * ones whose turn will not carry them out, those whose process was killed, those that are due to
 * be asked about, and those that waited for an operator for too long.
 * @param underWay those that this process is at
 */
export async function listUnsettledActionIds(underWay: string[]): Promise<string[]> {
  const own = await processKey();
  const rows = await db().execute<{ id: string }>(sql`
    select actions.id from actions join turns on turns.id = actions.turn_id
    where ${isUnsettled}
      and (
        turns.state not in ('running', 'awaiting-approval')
        or turns.state = 'awaiting-approval' and ${isApartSql}
        or actions.undoes is not null
      )
      and not (actions.id = any(${sql.param(underWay)}::text[]))
      and case actions.state
        when 'approved' then true
        when 'executing' then actions.process_key = ${own} or ${isAbandoned}
        when 'unknown' then actions.next_check_at <= now()
        else actions.expires_at <= now()
      end
    order by actions.created_at limit ${batch}`);
  return rows.map(({ id }) => id);
}
