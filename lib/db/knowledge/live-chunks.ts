import { and, eq, sql } from 'drizzle-orm';
import { chunks, documents } from '@/drizzle/schema/knowledge';
import { db } from '../client';

const answering = and(eq(documents.liveVersionId, chunks.versionId), eq(chunks.isDisabled, false));

/** Whether any chunk can be found at all. */
export async function hasLiveChunks(): Promise<boolean> {
  const rows = await db()
    .select({ one: sql`1` })
    .from(documents)
    .innerJoin(chunks, answering)
    .limit(1);
  return rows.length > 0;
}

/** How many chunks of each document can be found; documents that have none are absent. */
export async function countLiveChunks(): Promise<Map<string, number>> {
  const rows = await db()
    .select({ documentId: chunks.documentId, n: sql<number>`count(*)::int` })
    .from(documents)
    .innerJoin(chunks, answering)
    .groupBy(chunks.documentId);
  return new Map(rows.map(({ documentId, n }) => [documentId, n]));
}

/** How many chunks can be found: all, or those of a document. */
export async function countLiveChunksOf(documentId?: string): Promise<number> {
  const [row] = await db()
    .select({ n: sql<number>`count(*)::int` })
    .from(documents)
    .innerJoin(chunks, answering)
    .where(documentId === undefined ? undefined : eq(documents.id, documentId));
  return row?.n ?? 0;
}
