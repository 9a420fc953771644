import { and, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { actions } from '@/drizzle/schema/conversations';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { localeSchema } from '@/lib/locale';
import { db, type Executor } from './client';
import { given, statement } from './statement';

export type ActionRow = typeof actions.$inferSelect;

/** What a person was shown, and the language it was written in. */
export const storedPreviewSchema = z.object({
  title: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  locale: localeSchema,
});
export type StoredPreview = z.infer<typeof storedPreviewSchema>;

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
}

/** Stores a proposed action, or returns the one that already has this key. */
export async function proposeAction(proposal: Proposal): Promise<ActionRow> {
  await db()
    .insert(actions)
    .values({
      ...proposal,
      id: newId(),
      state: 'proposed',
      expiresAt: sql`now() + make_interval(mins => ${validMinutes})`,
    })
    .onConflictDoNothing({ target: actions.idempotencyKey });
  const action = await findActionByKey(proposal.idempotencyKey);
  if (!action) throw notFound();
  return action;
}

/** The action with this key as it stands now: one that waited too long is expired first. */
export async function findActionByKey(idempotencyKey: string): Promise<ActionRow | null> {
  const [row] = await db().select().from(actions).where(eq(actions.idempotencyKey, idempotencyKey));
  return row ? expireIfOverdue(row) : null;
}

/**
 * The action as it stands now: one that waited too long is expired first.
 * @throws AppError `not_found`
 */
export async function requireAction(id: string): Promise<ActionRow> {
  const [row] = await db().select().from(actions).where(eq(actions.id, id));
  if (!row) throw notFound();
  return expireIfOverdue(row);
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

async function expireIfOverdue(row: ActionRow): Promise<ActionRow> {
  if (row.state !== 'proposed') return row;
  const [expired] = await db()
    .update(actions)
    .set({ state: 'expired', updatedAt: sql`now()` })
    .where(
      and(
        eq(actions.id, row.id),
        eq(actions.state, 'proposed'),
        lte(actions.expiresAt, sql`now()`),
      ),
    )
    .returning();
  return expired ?? row;
}

/** Marks an undecided action as decided; null when it was decided or had expired meanwhile. */
export async function recordDecision(
  executor: Executor,
  { id, state, decidedBy }: { id: string; state: 'approved' | 'declined'; decidedBy: string },
): Promise<ActionRow | null> {
  const [row] = await executor
    .update(actions)
    .set({ state, decidedBy, decidedAt: sql`now()`, updatedAt: sql`now()` })
    .where(
      and(eq(actions.id, id), eq(actions.state, 'proposed'), sql`${actions.expiresAt} > now()`),
    )
    .returning();
  return row ?? null;
}

/** Approved becomes executing; only one caller is told true. */
export async function claimAction(id: string): Promise<boolean> {
  const claimed = await db()
    .update(actions)
    .set({ state: 'executing', updatedAt: sql`now()` })
    .where(and(eq(actions.id, id), eq(actions.state, 'approved')))
    .returning({ id: actions.id });
  return claimed.length > 0;
}

/** Stores how an executing action ended; a second ending is ignored. */
export async function finishAction(
  id: string,
  state: 'done' | 'failed' | 'unknown',
  result: unknown,
): Promise<void> {
  await db()
    .update(actions)
    .set({ state, result, updatedAt: sql`now()` })
    .where(and(eq(actions.id, id), eq(actions.state, 'executing')));
}

/** Declines what still waits in a turn that the person has moved on from. */
export async function declineTurnActions(executor: Executor, turnId: string): Promise<void> {
  await executor
    .update(actions)
    .set({ state: 'declined', updatedAt: sql`now()` })
    .where(and(eq(actions.turnId, turnId), eq(actions.state, 'proposed')));
}
