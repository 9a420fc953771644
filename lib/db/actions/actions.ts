import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { unsettledStates } from '@/drizzle/schema/action-states';
import { actions } from '@/drizzle/schema/conversations';
import { writtenOut } from '@/drizzle/schema/written-out';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { localeSchema } from '@/lib/locale';
import { type OperatorReason, operatorReasonSchema } from '@/lib/shared/actions';
import { shownText } from '@/lib/shown-text';
import { db, type Executor } from '../client';
import { given, statement } from '../statement';
import { addActionEvents } from './action-events';

export type ActionRow = typeof actions.$inferSelect;

/** Whoever reads a preview sees what there is in it, wherever it came from. */
const shown = z.string().transform(shownText);

/** What a person was shown, and the language it was written in. */
export const storedPreviewSchema = z.object({
  title: shown,
  fields: z.array(z.object({ label: shown, value: shown })),
  locale: localeSchema,
});
export type StoredPreview = z.infer<typeof storedPreviewSchema>;

/** Whether an action goes on apart from its turn, which ends or pauses without it. */
export const isApart = ({ needsOperator, undoes }: ActionRow): boolean =>
  needsOperator || undoes !== null;

/** Why an operator must agree to an action; null where none must, or a row does not tell. */
export function operatorReasonOf({ operatorReason }: ActionRow): OperatorReason | null {
  return operatorReasonSchema.safeParse(operatorReason).data ?? null;
}

/** `isApart` as a condition of a query. */
export const isApartSql = sql`(${actions.needsOperator} or ${actions.undoes} is not null)`;

/**
 * Of an action that expired: who did not decide in time. Its person, while they had not agreed to it;
 * an operator otherwise. Null where it did not expire.
 */
export function whoLetExpire({ state, decidedAt }: ActionRow): 'person' | 'operator' | null {
  if (state !== 'expired') return null;
  return decidedAt ? 'operator' : 'person';
}

/** Whether its person has agreed to an action and nobody knows yet what came of it. */
export const isUnsettled = sql`${actions.state} in ${writtenOut(unsettledStates)}`;

/** How long a proposed action waits for its person. */
const validMinutes = 30;

interface Proposal {
  turnId: string;
  conversationId: string;
  principalId: string;
  tool: string;
  args: unknown;
  argsHash: string;
  preview: StoredPreview;
  idempotencyKey: string;
  /** The specialist who proposes it, and the team whose operators may decide about it. */
  specialist?: string;
  teamId?: string;
  /** Why one of them must agree as well; null where none must. */
  operatorReason: OperatorReason | null;
}

/** Stores a proposed action, or returns the one that already has this key. */
export async function proposeAction(proposal: Proposal): Promise<ActionRow> {
  const proposed = await db().transaction(async (tx) => {
    const [row] = await tx
      .insert(actions)
      .values({
        ...proposal,
        needsOperator: proposal.operatorReason !== null,
        id: newId(),
        state: 'proposed',
        expiresAt: sql`now() + make_interval(mins => ${validMinutes})`,
      })
      .onConflictDoNothing({ target: actions.idempotencyKey })
      .returning();
    if (row) await addActionEvents(tx, row.id, [{ kind: 'proposed' }]);
    return row;
  });
  const action = proposed ?? (await findActionByKey(proposal.idempotencyKey));
  if (!action) throw notFound();
  return action;
}

/** The action with this key, or null. */
export async function findActionByKey(idempotencyKey: string): Promise<ActionRow | null> {
  const [row] = await db().select().from(actions).where(eq(actions.idempotencyKey, idempotencyKey));
  return row ?? null;
}

/** The action as it stands, or null. Says nothing about whose it is. */
export async function findAction(id: string, executor: Executor = db()): Promise<ActionRow | null> {
  const [row] = await executor.select().from(actions).where(eq(actions.id, id));
  return row ?? null;
}

/**
 * Whether this person has asked for just this already, and it is not settled: it waits for an
 * operator, is being carried out, or nobody knows yet whether it happened.
 */
export async function isAskedAlready({
  principalId,
  tool,
  argsHash,
}: Pick<Proposal, 'principalId' | 'tool' | 'argsHash'>): Promise<boolean> {
  const open = await db().$count(
    actions,
    and(
      isUnsettled,
      eq(actions.principalId, principalId),
      eq(actions.tool, tool),
      eq(actions.argsHash, argsHash),
      isNull(actions.undoes),
    ),
  );
  return open > 0;
}

/** @throws AppError `not_found` */
export async function requireAction(id: string, executor: Executor = db()): Promise<ActionRow> {
  const action = await findAction(id, executor);
  if (!action) throw notFound();
  return action;
}

const selectOfTurn = statement('turn-actions', (database) =>
  database
    .select()
    .from(actions)
    .where(eq(actions.turnId, given('turnId')))
    .orderBy(actions.createdAt),
);

/** The actions of a turn, oldest first. */
export async function listTurnActions(executor: Executor, turnId: string): Promise<ActionRow[]> {
  return await selectOfTurn(executor, { turnId });
}
