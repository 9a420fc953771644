import type { Principal } from '@/lib/auth/principal';
import { listChunks } from '@/lib/db/knowledge/chunks';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { notFound } from '@/lib/errors';
import type { ReadablePassage } from '@/lib/shared/chunks';
import { toChunkView } from './chunk-view';

interface PassagePage {
  passages: ReadablePassage[];
  /** Where the next part begins; null at the end. */
  next: number | null;
}

/**
 * What a document says to those who may read it, in reading order: the passages that answers are
 * taken from, of a page or from a place on. Nothing of what is hidden in the document, was switched
 * off, or stood there before somebody corrected it.
 * @throws AppError `not_found`, also while no version of it answers
 */
export async function listReadablePassages(
  principal: Principal,
  documentId: string,
  { page, from, limit }: { page?: number; from?: number; limit: number },
): Promise<PassagePage> {
  const { live } = await requireDocument(principal, documentId);
  if (!live) throw notFound();
  const slice = { page, from, limit: limit + 1, onlyEnabled: true };
  const rows = await listChunks(live.id, slice);
  return {
    passages: rows.slice(0, limit).map((row) => {
      const { id, seq, text, headingPath, page, boxes } = toChunkView(row);
      return { id, seq, text, headingPath, page, boxes };
    }),
    next: rows[limit]?.chunk.seq ?? null,
  };
}
