import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { actions } from '@/drizzle/schema/conversations';
import type { Executor } from '../client';
import { lockSpaces } from '../held-lock';
import type { ActionRow } from './actions';

/** How long what a person had done counts, in hours. */
const countedHours = 24;

/**
 * The plans of what a person agreed to within a day by one tool and that was done, may have been
 * done, is being done or waits for an operator. In a transaction, whoever asks for the same waits
 * for its end: of two at once, the second knows of the first.
 */
export async function listEarlierPlans(
  executor: Executor,
  { principalId, tool }: Pick<ActionRow, 'principalId' | 'tool'>,
): Promise<unknown[]> {
  const key = sql`hashtext(${`${principalId}:${tool}`})`;
  await executor.execute(sql`select pg_advisory_xact_lock(${lockSpaces.earlierPlans}, ${key})`);
  const counted = ['awaiting-operator', 'executing', 'unknown', 'done'] as const;
  const rows = await executor
    .select({ args: actions.args })
    .from(actions)
    .where(
      and(
        eq(actions.principalId, principalId),
        eq(actions.tool, tool),
        gt(actions.decidedAt, sql`now() - make_interval(hours => ${countedHours})`),
        isNull(actions.undoes),
        or(
          inArray(actions.state, counted),
          // An operator has agreed, and nobody has begun yet.
          and(eq(actions.state, 'approved'), actions.needsOperator),
        ),
      ),
    );
  return rows.map(({ args }) => args);
}
