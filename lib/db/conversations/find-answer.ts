import { and, asc, eq, exists, gt, gte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { messages, turns } from '@/drizzle/schema/conversations';
import { db } from '../client';
import { type MessageRow, withAuthor } from './messages';

/**
 * The first that a turn wrote which answers this position or a later one, or null: what is told of
 * an earlier turn's action may stand between.
 */
export async function findAnswerTo(
  conversationId: string,
  seq: number,
): Promise<MessageRow | null> {
  const asked = alias(messages, 'asked');
  const [row] = await withAuthor()
    .where(
      and(
        eq(messages.conversationId, conversationId),
        gt(messages.seq, seq),
        exists(
          db()
            .select({ id: turns.id })
            .from(turns)
            .innerJoin(
              asked,
              and(eq(asked.conversationId, conversationId), eq(asked.id, turns.userMessageId)),
            )
            .where(and(eq(turns.id, messages.turnId), gte(asked.seq, seq))),
        ),
      ),
    )
    .orderBy(asc(messages.seq))
    .limit(1);
  return row ? { ...row.message, authorName: row.authorName } : null;
}
