import { and, asc, desc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import { conversations, messages } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { publish } from '@/lib/events/bus';
import { type ChatMessage, type StoredPart, storedPartSchema } from '@/lib/shared/chat';
import { noteCitations, withoutDeleted } from './citations';
import { db, type Executor, type Transaction } from './client';

export interface NewMessage {
  conversationId: string;
  id: string;
  role: 'user' | 'assistant' | 'operator';
  authorId?: string;
  turnId?: string;
  specialist?: string;
  parts: StoredPart[];
}

/** A stored message with its author's name. */
export type MessageRow = typeof messages.$inferSelect & { authorName: string | null };

/**
 * Adds a message at the end of its conversation and tells every process. The same id again is
 * recognised and changes nothing.
 * @returns its position, and whether it is new.
 */
export async function appendMessage(
  tx: Transaction,
  message: NewMessage,
): Promise<{ seq: number; isNew: boolean }> {
  const { conversationId, id } = message;
  // The row lock of this update puts writers of one conversation in line.
  const [conversation] = await tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} + 1`, updatedAt: sql`now()` })
    .where(eq(conversations.id, conversationId))
    .returning({ seq: conversations.lastSeq });
  if (!conversation) throw new Error(`conversation ${conversationId} does not exist`);
  const inserted = await tx
    .insert(messages)
    .values({ ...message, seq: conversation.seq })
    .onConflictDoNothing({ target: [messages.conversationId, messages.id] })
    .returning({ seq: messages.seq });
  if (inserted.length === 0) return { seq: await seqOf(tx, conversationId, id), isNew: false };
  await publish(tx, { type: 'message-added', conversationId, seq: conversation.seq });
  return { seq: conversation.seq, isNew: true };
}

/** The conversation's message of this id, or null. */
export async function findMessage(
  executor: Executor,
  conversationId: string,
  id: string,
): Promise<typeof messages.$inferSelect | null> {
  const [row] = await executor
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.id, id)));
  return row ?? null;
}

/**
 * Stores what a turn has written so far. A turn writes one message: new at first, its parts
 * replaced when the turn goes on after a pause. Nobody else's message ever changes.
 */
export async function putTurnMessage(
  tx: Transaction,
  message: NewMessage & { turnId: string },
): Promise<void> {
  const { conversationId, id, turnId, specialist } = message;
  // Before the message is touched: whoever deletes a document locks in this order, too.
  const parts = await withoutDeleted(tx, message.parts);
  const [updated] = await tx
    .update(messages)
    .set({ parts, specialist })
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.id, id),
        eq(messages.turnId, turnId),
      ),
    )
    .returning({ seq: messages.seq });
  if (updated) await publish(tx, { type: 'message-added', conversationId, seq: updated.seq });
  else await appendMessage(tx, { ...message, parts });
  await noteCitations(tx, { conversationId, messageId: id, parts });
}

/** One message of a conversation by its position, or null. */
export async function findMessageAt(
  conversationId: string,
  seq: number,
): Promise<MessageRow | null> {
  const [row] = await withAuthor().where(
    and(eq(messages.conversationId, conversationId), eq(messages.seq, seq)),
  );
  return row ? { ...row.message, authorName: row.authorName } : null;
}

/** The answer of a turn that follows this position most closely, or null. */
export async function findAnswerTo(
  conversationId: string,
  seq: number,
): Promise<MessageRow | null> {
  const [row] = await withAuthor()
    .where(
      and(
        eq(messages.conversationId, conversationId),
        gt(messages.seq, seq),
        isNotNull(messages.turnId),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(1);
  return row ? { ...row.message, authorName: row.authorName } : null;
}

async function seqOf(tx: Transaction, conversationId: string, id: string): Promise<number> {
  const message = await findMessage(tx, conversationId, id);
  return message?.seq ?? 0;
}

const withAuthor = () =>
  db()
    .select({ message: messages, authorName: users.name })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorId));

/** Messages of a conversation in order, those after `afterSeq` only when it is given. */
export async function listMessages(
  conversationId: string,
  options: { afterSeq?: number; limit?: number } = {},
): Promise<MessageRow[]> {
  const rows = await withAuthor()
    .where(
      and(eq(messages.conversationId, conversationId), gt(messages.seq, options.afterSeq ?? 0)),
    )
    .orderBy(asc(messages.seq))
    .limit(options.limit ?? 500);
  return rows.map(({ message, authorName }) => ({ ...message, authorName }));
}

/**
 * The last `limit` messages of a conversation, in order: what a model is shown, and what a page
 * shows first. With `beforeSeq`, the last ones before that position.
 */
export async function listRecentMessages(
  conversationId: string,
  limit: number,
  beforeSeq?: number,
): Promise<MessageRow[]> {
  const rows = await withAuthor()
    .where(
      and(
        eq(messages.conversationId, conversationId),
        beforeSeq === undefined ? undefined : lt(messages.seq, beforeSeq),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(limit);
  return rows.reverse().map(({ message, authorName }) => ({ ...message, authorName }));
}

/** The parts of a stored message, checked: a row may be of another version. */
export function storedParts(row: Pick<MessageRow, 'parts'>): StoredPart[] {
  return storedPartSchema.array().parse(row.parts);
}

/** A stored message as the browser holds it. */
export function toChatMessage(row: MessageRow): ChatMessage {
  return {
    id: row.id,
    role: row.role === 'user' ? 'user' : 'assistant',
    parts: storedParts(row),
    metadata: {
      seq: row.seq,
      createdAt: row.createdAt.toISOString(),
      author: authorOf(row),
      specialist: row.specialist ?? undefined,
      turnId: row.turnId ?? undefined,
      isQueued: row.isQueued || undefined,
    },
  };
}

function authorOf(row: MessageRow) {
  if (row.role === 'operator') {
    return { kind: 'operator', name: row.authorName ?? undefined } as const;
  }
  return { kind: row.role === 'user' ? 'person' : 'ai' } as const;
}

/** What a turn has written, in order. */
export async function listTurnMessages(
  executor: Executor,
  conversationId: string,
  turnId: string,
): Promise<(typeof messages.$inferSelect)[]> {
  return await executor
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.turnId, turnId)))
    .orderBy(asc(messages.seq));
}
