import type { Principal } from '@/lib/auth/principal';
import { type ChunkEdit, listUnplacedEdits } from '@/lib/db/knowledge/chunk-edits';
import { listChunks } from '@/lib/db/knowledge/chunks';
import { requireDocument } from '@/lib/db/knowledge/documents';
import type { ChunkView } from '@/lib/shared/chunks';
import { toChunkView } from './chunk-view';

interface ChunkPage {
  chunks: ChunkView[];
  /** Where the next part begins; null at the end. */
  next: number | null;
  /** Changes whose passage is gone from this version. */
  unplaced: Pick<ChunkEdit, 'id' | 'originalText' | 'text' | 'isDisabled'>[];
}

/**
 * The passages of the version that answers, in reading order: those of a page, or a part from a
 * place on.
 * @throws AppError `not_found`
 */
export async function listChunkViews(
  principal: Principal,
  documentId: string,
  { page, from, limit }: { page?: number; from?: number; limit: number },
): Promise<ChunkPage> {
  const { live } = await requireDocument(principal, documentId);
  if (!live) return { chunks: [], next: null, unplaced: [] };
  const rows = await listChunks(live.id, { page, from, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const unplaced = await listUnplacedEdits(documentId, live.id);
  return {
    chunks: shown.map(toChunkView),
    next: rows.length > limit ? (rows[limit]?.chunk.seq ?? null) : null,
    unplaced: unplaced.map(({ id, originalText, text, isDisabled }) => {
      return { id, originalText, text, isDisabled };
    }),
  };
}
