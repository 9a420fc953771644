import { and, desc, eq, sql } from 'drizzle-orm';
import { conversations, steps, turns } from '@/drizzle/schema/conversations';
import { db } from '../client';
import { cutPage, exactTime, isAfter, type PageCursor } from '../page-cursor';

/** Characters of a question that are read. */
const maxLength = 2_000;

interface Page {
  limit: number;
  /** Only those whose passages did not answer. */
  isUnanswered: boolean;
  before?: PageCursor;
}

/**
 * The latest searches of conversations, as their steps tell. The conditions are written out, not
 * passed as values: only so does PostgreSQL take the indexes that were made for them.
 */
export async function listSearches({ limit, isUnanswered, before }: Page) {
  const rows = await db()
    .select({
      turnId: steps.turnId,
      conversationId: turns.conversationId,
      askedBy: conversations.participantKind,
      at: exactTime(steps.startedAt),
      query: sql<string | null>`left(${steps.detail}->>'query', ${maxLength})`,
      confidence: sql<unknown>`${steps.detail}->'confidence'`,
      isAnswered: sql<unknown>`${steps.detail}->'isAnswered'`,
    })
    .from(steps)
    .innerJoin(turns, eq(turns.id, steps.turnId))
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(
      and(
        sql`${steps.kind} = 'retrieval'`,
        isUnanswered ? sql`${steps.detail}->>'isAnswered' = 'false'` : undefined,
        before && isAfter(before, steps.startedAt, steps.turnId),
      ),
    )
    .orderBy(desc(steps.startedAt), desc(steps.turnId))
    .limit(limit + 1);
  return cutPage(rows, limit, ({ at, turnId }) => ({ at, id: turnId }));
}
