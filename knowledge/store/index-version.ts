import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import { listChunksWithVectors } from '@/lib/db/knowledge/chunk-vectors';
import type { ChunkRow } from '@/lib/db/knowledge/chunks';
import type { SearchIndex } from './search-indexes';
import type { IndexedChunk } from './store';

/** Chunks sent to the index at once. */
const batchSize = 200;

interface Labelled {
  versionId: string;
  visibility: string;
}

/** Makes an index hold a version's chunks as Postgres has them; those switched off are taken out. */
export async function indexVersion(
  index: SearchIndex,
  { versionId, visibility }: Labelled,
  signal?: AbortSignal,
): Promise<void> {
  const label = visibilitySchema.parse(visibility);
  const rows = await listChunksWithVectors(versionId, index.embeddings);
  const chunks = rows
    .filter(({ chunk }) => !chunk.isDisabled)
    .map(({ chunk, vector }) => toIndexed(chunk, label, vector));
  for (let at = 0; at < chunks.length; at += batchSize) {
    signal?.throwIfAborted();
    await index.store.upsertChunks(chunks.slice(at, at + batchSize));
  }
  for (const { chunk } of rows) {
    if (!chunk.isDisabled) continue;
    const { documentId, id: chunkId } = chunk;
    await index.store.removeChunks({ documentId, versionId, chunkId });
  }
}

/** A row as an index wants it. */
function toIndexed(chunk: ChunkRow, visibility: Visibility, dense: number[] | null): IndexedChunk {
  return {
    chunkId: chunk.id,
    versionId: chunk.versionId,
    documentId: chunk.documentId,
    visibility,
    sparse: chunk.sparse,
    dense,
  };
}
