import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { citations } from '@/drizzle/schema/citations';
import { conversationSummaries } from '@/drizzle/schema/conversation-summaries';
import { db, type Transaction } from '../client';

export type ConversationSummary = typeof conversationSummaries.$inferSelect;

/** What is kept of the beginning of a long conversation; null while it is short. */
export async function findSummary(conversationId: string): Promise<ConversationSummary | null> {
  const [row] = await db()
    .select()
    .from(conversationSummaries)
    .where(eq(conversationSummaries.conversationId, conversationId));
  return row ?? null;
}

/** Keeps a summary, unless one that reaches further came meanwhile. */
export async function putSummary(summary: Omit<ConversationSummary, 'madeAt'>): Promise<void> {
  const { conversationId, ...told } = summary;
  await db()
    .insert(conversationSummaries)
    .values({ conversationId, ...told })
    .onConflictDoUpdate({
      target: conversationSummaries.conversationId,
      set: { ...told, madeAt: sql`now()` },
      setWhere: lt(conversationSummaries.upToSeq, summary.upToSeq),
    });
}

/** Drops the summaries that may tell what a document says: they are made anew without it. */
export async function deleteSummariesCiting(tx: Transaction, documentId: string): Promise<void> {
  const citing = tx
    .select({ id: citations.conversationId })
    .from(citations)
    .where(eq(citations.documentId, documentId));
  await tx
    .delete(conversationSummaries)
    .where(
      and(
        inArray(conversationSummaries.conversationId, citing),
        sql`${documentId} = any(${conversationSummaries.citedDocumentIds})`,
      ),
    );
}
