import { and, asc, eq, gte, min } from 'drizzle-orm';
import { z } from 'zod';
import { elements } from '@/drizzle/schema/knowledge';
import type { DocumentElement } from '@/lib/shared/documents';
import { batches } from './batches';
import { db, type Transaction } from './client';

const detailSchema = z.object({
  level: z.number().optional(),
  rows: z.array(z.array(z.string())).optional(),
});

/** Puts these elements in the place of all that the document had. */
export async function replaceElements(
  tx: Transaction,
  documentId: string,
  parsed: DocumentElement[],
): Promise<void> {
  await tx.delete(elements).where(eq(elements.documentId, documentId));
  for (const batch of batches(parsed)) {
    await tx.insert(elements).values(
      batch.map(({ seq, kind, text, page, ...detail }) => ({
        documentId,
        seq,
        kind,
        text,
        page,
        detail,
      })),
    );
  }
}

/**
 * What a document says, in reading order: all of it, or at most `limit` elements from position
 * `from` on.
 */
export async function listElements(
  documentId: string,
  slice?: { from: number; limit: number },
): Promise<DocumentElement[]> {
  const query = db()
    .select()
    .from(elements)
    .where(and(eq(elements.documentId, documentId), gte(elements.seq, slice?.from ?? 0)))
    .orderBy(asc(elements.seq));
  const rows = await (slice ? query.limit(slice.limit) : query);
  return rows.map(({ kind, text, page, detail }) => ({
    kind,
    text,
    page,
    ...detailSchema.parse(detail),
  }));
}

/** Position of the first element on a page, or null when the document has no such page. */
export async function findPageStart(documentId: string, page: number): Promise<number | null> {
  const [row] = await db()
    .select({ seq: min(elements.seq) })
    .from(elements)
    .where(and(eq(elements.documentId, documentId), eq(elements.page, page)));
  return row?.seq ?? null;
}
