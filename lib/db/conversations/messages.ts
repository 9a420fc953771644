import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { jsonText } from '@/drizzle/schema/json-column';
import { channel } from '@/lib/events/bus';
import { type ChatMessage, type StoredPart, storedPartSchema } from '@/lib/shared/chat';
import { db, type Executor, type Transaction } from '../client';
import { given, runText, statement } from '../statement';
import { documentsQuoted, withoutDeleted } from './citations';

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

interface Appended {
  /** Null when the message was there before. */
  seq: number | null;
}

/** Tells every process of the message at the position `seq` of the conversation $1. */
const tellAdded = `pg_notify('${channel}', json_build_object(
  'type', 'message-added', 'conversationId', $1::text, 'seq', seq)::text)`;

/** The row lock of its update puts writers of one conversation in line. */
const appendText = `
  with place as (
    update conversations set last_seq = last_seq + 1, updated_at = now() where id = $1
    returning last_seq
  ), added as (
    insert into messages (conversation_id, id, seq, role, author_id, turn_id, specialist, parts)
    select $1, $2, last_seq, $3, $4, $5, $6, $7::text::jsonb from place
    on conflict (conversation_id, id) do nothing
    returning seq
  )
  select seq, case when seq is not null then ${tellAdded} end
  from place left join added on true`;

/**
 * Adds a message at the end of its conversation and tells every process. The same id again is
 * recognised and changes nothing.
 * @returns its position, and whether it is new.
 */
export async function appendMessage(
  tx: Transaction,
  message: NewMessage,
): Promise<{ seq: number; isNew: boolean }> {
  const { conversationId, id, role, authorId, turnId, specialist, parts } = message;
  const values = [conversationId, id, role, authorId, turnId, specialist, jsonText(parts)];
  const [appended] = await runText<Appended>(tx, appendText, values);
  if (!appended) throw new Error(`conversation ${conversationId} does not exist`);
  const { seq } = appended;
  return seq === null
    ? { seq: await seqOf(tx, conversationId, id), isNew: false }
    : { seq, isNew: true };
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

/** A message that is there is changed where it stands; the citations of both are remembered. */
const putText = `
  with changed as (
    update messages set parts = $5::text::jsonb, specialist = coalesce($4, specialist)
    where conversation_id = $1 and id = $2 and turn_id = $3
    returning seq
  ), place as (
    update conversations set last_seq = last_seq + 1, updated_at = now()
    where id = $1 and not exists (select from changed)
    returning last_seq
  ), added as (
    insert into messages (conversation_id, id, seq, role, turn_id, specialist, parts)
    select $1, $2, last_seq, $6, $3, $4, $5::text::jsonb from place
    on conflict (conversation_id, id) do nothing
    returning seq
  ), cited as (
    insert into citations (document_id, conversation_id, message_id)
    select document_id, $1, $2 from unnest($7::text[]) as document_id
    on conflict do nothing
  )
  select ${tellAdded} from (select seq from changed union all select seq from added) as put`;

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
  const quoted = documentsQuoted(parts);
  const values = [conversationId, id, turnId, specialist, jsonText(parts), message.role, quoted];
  await runText(tx, putText, values);
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

async function seqOf(tx: Transaction, conversationId: string, id: string): Promise<number> {
  const message = await findMessage(tx, conversationId, id);
  return message?.seq ?? 0;
}

const largestSeq = sql.raw('2147483647');

/** Messages with their authors' names. */
export const withAuthor = () =>
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

const selectRecent = statement('recent-messages', () =>
  withAuthor()
    .where(
      and(
        eq(messages.conversationId, given('conversationId')),
        sql`${messages.seq} < coalesce(${given('beforeSeq')}::int, ${largestSeq})`,
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(given('limit')),
);

/**
 * The last `limit` messages of a conversation, in order: what a model is shown, and what a page
 * shows first. With `beforeSeq`, the last ones before that position.
 */
export async function listRecentMessages(
  conversationId: string,
  limit: number,
  beforeSeq?: number,
): Promise<MessageRow[]> {
  const rows = await selectRecent(db(), { conversationId, limit, beforeSeq: beforeSeq ?? null });
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
