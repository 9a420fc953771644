import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { actions, conversations, steps, turns } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { listActionEvents } from '@/lib/db/actions/action-events';
import { personName } from '@/lib/db/identity/person-name';
import { notFound } from '@/lib/errors';
import { db } from '../client';
import { cutPage, exactTime, isAfter, type PageCursor } from '../page-cursor';
import type { TurnState } from './turns';

export interface TranscriptFilter {
  /** State of the newest turn. */
  state?: TurnState;
  /** The specialist who has the conversation. */
  specialist?: string;
  /** Part of the title, or of the person's name or e-mail. */
  text?: string;
}

/** The newest turn of each listed conversation, found through the index by start. */
const lastTurn = () =>
  db()
    .select({ state: turns.state })
    .from(turns)
    .where(eq(turns.conversationId, conversations.id))
    .orderBy(desc(turns.startedAt))
    .limit(1)
    .as('last_turn');

const participantName = personName(users);
const turnCount = sql<number>`(
  select count(*)::int from ${turns} where ${turns.conversationId} = ${conversations.id}
)`;

/** A page of conversations, latest activity first, after `cursor` when it is given. */
export async function listTranscripts(
  filter: TranscriptFilter,
  limit: number,
  cursor?: PageCursor,
) {
  const last = lastTurn();
  const rows = await db()
    .select({
      conversation: conversations,
      participantName,
      lastState: last.state,
      turnCount,
      updatedAt: exactTime(conversations.updatedAt),
    })
    .from(conversations)
    .leftJoin(users, eq(users.id, conversations.participantId))
    .leftJoinLateral(last, sql`true`)
    .where(
      and(
        filter.state && eq(last.state, filter.state),
        filter.specialist ? eq(conversations.activeSpecialist, filter.specialist) : undefined,
        filter.text ? matches(filter.text) : undefined,
        cursor && isAfter(cursor, conversations.updatedAt, conversations.id),
      ),
    )
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(limit + 1);
  return cutPage(rows, limit, ({ updatedAt, conversation }) => ({
    at: updatedAt,
    id: conversation.id,
  }));
}

/** One row of the list. */
export type TranscriptRow = Awaited<ReturnType<typeof listTranscripts>>['rows'][number];

function matches(text: string): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(conversations.title, pattern),
    ilike(users.name, pattern),
    ilike(users.email, pattern),
  );
}

/** A conversation with its person's name. @throws AppError `not_found` */
export async function requireTranscript(id: string) {
  const [row] = await db()
    .select({ conversation: conversations, participantName })
    .from(conversations)
    .leftJoin(users, eq(users.id, conversations.participantId))
    .where(eq(conversations.id, id));
  if (!row) throw notFound();
  return row;
}

/** The turns that answer these messages, oldest first, each with its steps and its actions and their histories. */
export async function listTurnsOf(conversationId: string, messageIds: string[]) {
  const found = await db()
    .select()
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), inArray(turns.userMessageId, messageIds)))
    .orderBy(asc(turns.startedAt));
  const ids = found.map(({ id }) => id);
  const [stepRows, actionRows] = await Promise.all([
    db().select().from(steps).where(inArray(steps.turnId, ids)).orderBy(asc(steps.seq)),
    db().select().from(actions).where(inArray(actions.turnId, ids)).orderBy(asc(actions.createdAt)),
  ]);
  const histories = await listActionEvents(actionRows.map(({ id }) => id));
  const withHistory = actionRows.map((row) => ({ ...row, history: histories.get(row.id) ?? [] }));
  return found.map((turn) => ({
    ...turn,
    steps: stepRows.filter(({ turnId }) => turnId === turn.id),
    actions: withHistory.filter(({ turnId }) => turnId === turn.id),
  }));
}

/** A turn as the transcript shows it. */
export type TranscriptTurn = Awaited<ReturnType<typeof listTurnsOf>>[number];
