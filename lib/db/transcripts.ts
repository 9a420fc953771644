import { and, asc, desc, eq, gte, ilike, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { actions, conversations, steps, turns } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { notFound } from '@/lib/errors';
import { db } from './client';
import type { TurnState } from './turns';

export interface TranscriptFilter {
  /** State of the newest turn. */
  state?: TurnState;
  /** The specialist who has the conversation. */
  specialist?: string;
  /** Part of the title, or of the person's name or e-mail. */
  text?: string;
}

/** Where a page of the list ends: the last row's activity (ISO 8601, microseconds) and id. */
export interface TranscriptCursor {
  updatedAt: string;
  id: string;
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

const participantName = sql<string | null>`coalesce(${users.name}, ${users.email})`;
const turnCount = sql<number>`(
  select count(*)::int from ${turns} where ${turns.conversationId} = ${conversations.id}
)`;

/**
 * Conversations, latest activity first, `limit` from `cursor` on.
 * @returns the rows and the cursor of the next page, when there is one.
 */
export async function listTranscripts(
  filter: TranscriptFilter,
  limit: number,
  cursor?: TranscriptCursor,
) {
  const last = lastTurn();
  const rows = await db()
    .select({
      conversation: conversations,
      participantName,
      lastState: last.state,
      turnCount,
      // As text: a JavaScript date would lose the microseconds that the order stands on.
      updatedAt: sql<string>`to_char(
        ${conversations.updatedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
      )`,
    })
    .from(conversations)
    .leftJoin(users, eq(users.id, conversations.participantId))
    .leftJoinLateral(last, sql`true`)
    .where(
      and(
        filter.state && eq(last.state, filter.state),
        filter.specialist ? eq(conversations.activeSpecialist, filter.specialist) : undefined,
        filter.text ? matches(filter.text) : undefined,
        cursor &&
          sql`
          (${conversations.updatedAt}, ${conversations.id})
            < (${cursor.updatedAt}::timestamptz, ${cursor.id})`,
      ),
    )
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const end = page.at(-1);
  const nextCursor =
    rows.length > limit && end ? { updatedAt: end.updatedAt, id: end.conversation.id } : undefined;
  return { rows: page, nextCursor };
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

/** The turns that began between two moments, oldest first, each with its steps and actions. */
export async function listTurnsBetween(conversationId: string, from?: Date, to?: Date) {
  const found = await db()
    .select()
    .from(turns)
    .where(
      and(
        eq(turns.conversationId, conversationId),
        from && gte(turns.startedAt, from),
        to && lte(turns.startedAt, to),
      ),
    )
    .orderBy(asc(turns.startedAt));
  const ids = found.map(({ id }) => id);
  const [stepRows, actionRows] = await Promise.all([
    db().select().from(steps).where(inArray(steps.turnId, ids)).orderBy(asc(steps.seq)),
    db().select().from(actions).where(inArray(actions.turnId, ids)).orderBy(asc(actions.createdAt)),
  ]);
  return found.map((turn) => ({
    ...turn,
    steps: stepRows.filter(({ turnId }) => turnId === turn.id),
    actions: actionRows.filter(({ turnId }) => turnId === turn.id),
  }));
}

/** A turn as the transcript shows it. */
export type TranscriptTurn = Awaited<ReturnType<typeof listTurnsBetween>>[number];
