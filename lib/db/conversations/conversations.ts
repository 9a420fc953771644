import { and, desc, eq, sql } from 'drizzle-orm';
import { conversations } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import type { Principal } from '@/lib/auth/principal';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import type { Owner } from '@/lib/shared/chat';
import { db, type Executor, type Transaction } from '../client';
import { given, statement } from '../statement';
import { releaseQueuedMessages } from './queued-messages';

export type Conversation = typeof conversations.$inferSelect;

/** Longest title, in characters: the beginning of the person's first message. */
const titleLength = 80;

/** More of the first message need not be looked at for a title. */
const maxFirstWords = 1000;

const openConversation = statement('open-conversation', (database) =>
  database
    .insert(conversations)
    .values({
      id: given('id'),
      participantKind: given('kind'),
      participantId: given('participantId'),
      locale: given('locale'),
      title: given('title'),
    })
    // An update of nothing: it gives the row, and locks it.
    .onConflictDoUpdate({ target: conversations.id, set: { updatedAt: sql`now()` } })
    .returning(),
);

const selectLocked = statement('lock-conversation', (database) =>
  database
    .select()
    .from(conversations)
    .where(eq(conversations.id, given('id')))
    .for('update'),
);

/** The conversation, or null. Says nothing about who may see it. */
export async function findConversation(id: string): Promise<Conversation | null> {
  const [row] = await db().select().from(conversations).where(eq(conversations.id, id));
  return row ?? null;
}

/** @throws AppError `not_found` */
export async function requireConversation(id: string): Promise<Conversation> {
  const found = await findConversation(id);
  if (!found) throw notFound();
  return found;
}

/** @throws AppError `not_found` when there is none, or it is somebody else's. */
export async function requireOwnConversation(
  principal: Principal,
  id: string,
): Promise<Conversation> {
  const found = await findConversation(id);
  if (!found || !isParticipant(principal, found)) throw notFound();
  return found;
}

/** Whether the conversation is this principal's own. */
function isParticipant(principal: Principal, conversation: Conversation): boolean {
  return (
    conversation.participantKind === principal.kind && conversation.participantId === principal.id
  );
}

/**
 * The principal's conversation of this id, locked for the transaction; opened when it is new.
 * @throws AppError `not_found` when the id is somebody else's.
 */
export async function openOwnConversation(
  tx: Transaction,
  principal: Principal,
  id: string,
  firstWords: string,
): Promise<Conversation> {
  const [conversation] = await openConversation(tx, {
    id,
    kind: principal.kind,
    participantId: principal.id,
    locale: principal.locale,
    title: firstWords.slice(0, maxFirstWords).replace(/\s+/g, ' ').slice(0, titleLength),
  });
  return requireOwn(principal, conversation);
}

function requireOwn(principal: Principal, conversation?: Conversation | null): Conversation {
  if (!conversation || !isParticipant(principal, conversation)) throw notFound();
  return conversation;
}

/**
 * The principal's conversation of this id, locked for the transaction.
 * @throws AppError `not_found` when there is none, or it is somebody else's.
 */
export async function lockOwnConversation(
  tx: Transaction,
  principal: Principal,
  id: string,
): Promise<Conversation> {
  return requireOwn(principal, await lockConversation(tx, id));
}

/** The conversation, its row locked until the transaction ends; null when there is none. */
export async function lockConversation(tx: Transaction, id: string): Promise<Conversation | null> {
  const [row] = await selectLocked(tx, { id });
  return row ?? null;
}

/** The principal's conversations, latest first. */
export async function listOwnConversations(principal: Principal, limit = 50) {
  return await db()
    .select({
      id: conversations.id,
      title: conversations.title,
      updatedAt: conversations.updatedAt,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.participantId, principal.id),
        eq(conversations.participantKind, principal.kind),
      ),
    )
    .orderBy(desc(conversations.updatedAt))
    .limit(limit);
}

/**
 * Gives the conversation to another owner, raises its version and tells every process. Messages
 * that waited for the AI are with the new owner.
 * @returns the new version.
 * @throws AppError `conflict` when it no longer is at `expectedVersion`.
 */
export async function changeOwner(
  tx: Executor,
  change: {
    conversationId: string;
    owner: { kind: Conversation['ownerKind']; id?: string };
    expectedVersion?: number;
  },
): Promise<number> {
  const { conversationId, owner, expectedVersion } = change;
  const [row] = await tx
    .update(conversations)
    .set({
      ownerKind: owner.kind,
      ownerId: owner.id ?? null,
      ownerVersion: sql`${conversations.ownerVersion} + 1`,
    })
    .where(
      and(
        eq(conversations.id, conversationId),
        expectedVersion === undefined ? undefined : eq(conversations.ownerVersion, expectedVersion),
      ),
    )
    .returning({ version: conversations.ownerVersion, queuedCount: conversations.queuedCount });
  if (!row) throw new AppError('conflict');
  if (row.queuedCount > 0) await releaseQueuedMessages(tx, conversationId);
  await publish(tx, { type: 'owner-changed', conversationId });
  return row.version;
}

/** Keeps what the next turn goes on from. */
export async function updateTurnCounters(
  tx: Executor,
  id: string,
  change: { unansweredCount?: number; activeSpecialist?: string; policy?: unknown },
): Promise<void> {
  await tx.update(conversations).set(change).where(eq(conversations.id, id));
}

/** Who the conversation is with, as people are shown it. */
export async function readOwner(conversation: Conversation): Promise<Owner> {
  const owner: Owner = { kind: conversation.ownerKind, version: conversation.ownerVersion };
  if (conversation.ownerKind !== 'operator' || !conversation.ownerId) return owner;
  const [user] = await db()
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, conversation.ownerId));
  return { ...owner, name: user?.name ?? undefined };
}

/** Forgets the turns in a row that found nothing to answer from. */
export async function resetUnanswered(tx: Transaction, id: string): Promise<void> {
  await tx.update(conversations).set({ unansweredCount: 0 }).where(eq(conversations.id, id));
}
