import { and, eq, sql } from 'drizzle-orm';
import { failedUndoStates } from '@/drizzle/schema/action-states';
import { actions } from '@/drizzle/schema/conversations';
import { writtenOut } from '@/drizzle/schema/written-out';
import type { Principal } from '@/lib/auth/principal';
import { addActionEvents } from '@/lib/db/actions/action-events';
import {
  type ActionRow,
  requireAction,
  type StoredPreview,
  storedPreviewSchema,
} from '@/lib/db/actions/actions';
import { db, type Transaction } from '@/lib/db/client';
import { AppError, notFound } from '@/lib/errors';
import { translate } from '@/lib/i18n/translate';
import { newId, sha256 } from '@/lib/ids';

/**
 * Has an action taken back that its person no longer wants: their click is the consent. However
 * often they click, it is one action that does so, which is to be carried out by the caller.
 * @returns that action
 * @throws AppError `not_found` (also for another person's action, or one that cannot be taken
 * back), `undo_over` when it is too late, `action_decided` when it was taken back already
 */
export async function askUndo(principal: Principal, actionId: string): Promise<ActionRow> {
  const action = await requireAction(actionId);
  if (action.principalId !== principal.id) throw notFound();
  if (action.state === 'undone') throw new AppError('action_decided');
  if (action.state !== 'done' || !action.undoUntil) throw notFound();
  if (action.undoUntil.getTime() <= Date.now()) throw new AppError('undo_over');
  return await db().transaction(
    async (tx) => (await insertUndo(tx, action)) ?? findUndo(tx, action),
  );
}

async function insertUndo(tx: Transaction, action: ActionRow): Promise<ActionRow | null> {
  const { turnId, conversationId, principalId, tool, args, argsHash, specialist, teamId } = action;
  const id = newId();
  const [row] = await tx
    .insert(actions)
    .values({
      id,
      turnId,
      conversationId,
      principalId,
      tool,
      args,
      argsHash,
      specialist,
      teamId,
      preview: previewOf(action),
      idempotencyKey: sha256(`undo:${id}`),
      state: 'approved',
      decidedBy: principalId,
      decidedAt: sql`now()`,
      undoes: action.id,
      expiresAt: sql`now()`,
    })
    // Somebody clicked before: theirs takes it back.
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  await addActionEvents(tx, action.id, [{ kind: 'undo-asked', byId: principalId }]);
  await addActionEvents(tx, id, [{ kind: 'approved', byId: principalId }]);
  return row;
}

function previewOf({ preview }: ActionRow): StoredPreview {
  const { title, fields, locale } = storedPreviewSchema.parse(preview);
  return { title: translate(locale, 'agents.undo.title', { title }), fields, locale };
}

async function findUndo(tx: Transaction, { id }: ActionRow): Promise<ActionRow> {
  const [row] = await tx
    .select()
    .from(actions)
    .where(
      and(eq(actions.undoes, id), sql`${actions.state} not in ${writtenOut(failedUndoStates)}`),
    );
  if (!row) throw new AppError('action_decided');
  return row;
}
