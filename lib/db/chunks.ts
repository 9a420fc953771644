import { and, asc, eq, inArray } from 'drizzle-orm';
import { chunks, documents } from '@/drizzle/schema/knowledge';
import type { Visibility } from '@/lib/auth/visibility';
import { batches } from './batches';
import { db, type Transaction } from './client';

export type NewChunk = Omit<typeof chunks.$inferInsert, 'documentId' | 'seq'>;

/** Puts these chunks in the place of all that the document had; none removes them. */
export async function replaceChunks(
  tx: Transaction,
  documentId: string,
  replacements: NewChunk[],
): Promise<void> {
  await tx.delete(chunks).where(eq(chunks.documentId, documentId));
  for (const batch of batches(replacements)) {
    await tx.insert(chunks).values(batch.map((chunk) => ({ ...chunk, documentId })));
  }
}

/** A chunk with its document's title, if its document may be read by those of `visibilities`. */
export async function findChunk(chunkId: string, visibilities: Visibility[]) {
  const [row] = await db()
    .select({
      documentId: chunks.documentId,
      document: documents.title,
      seq: chunks.seq,
      page: chunks.page,
      headingPath: chunks.headingPath,
      text: chunks.text,
    })
    .from(chunks)
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .where(and(eq(chunks.id, chunkId), inArray(documents.visibility, visibilities)))
    .limit(1);
  return row ?? null;
}

/** Texts of a document's chunks by their place; places without a chunk are absent. */
export async function listChunkTexts(
  documentId: string,
  places: number[],
): Promise<Map<number, string>> {
  const rows = await db()
    .select({ seq: chunks.seq, text: chunks.text })
    .from(chunks)
    .where(and(eq(chunks.documentId, documentId), inArray(chunks.seq, places)))
    .orderBy(asc(chunks.seq));
  return new Map(rows.map((row) => [row.seq, row.text]));
}
