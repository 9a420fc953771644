import { createHash } from 'node:crypto';
import type { Visibility } from '@/lib/auth/visibility';
import type { NewChunk } from '@/lib/db/chunks';
import type { Chunk } from './chunk';
import { encodeDocument } from './sparse';
import type { IndexedChunk } from './store/store';

/** Chunks encoded between two looks at the clock and the signal. */
const batchSize = 100;

interface Labels {
  documentId: string;
  title: string;
}

/** Makes rows of chunks, with the vectors that search needs. */
export async function encodeChunks(
  { documentId, title }: Labels,
  chunks: Chunk[],
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<NewChunk[]> {
  const rows: NewChunk[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const { headingPath, text } = chunk;
    const { indices, values } = encodeDocument({ title, headingPath, text });
    rows.push({
      ...chunk,
      id: chunkId(documentId, index, text),
      sparseIndices: indices,
      sparseValues: values,
    });
    if (index % batchSize === batchSize - 1) await onProgress(index + 1, chunks.length);
  }
  return rows;
}

/** The same passage at the same place keeps its id when a document is read anew: citations hold. */
function chunkId(documentId: string, index: number, text: string): string {
  const digest = createHash('sha256').update(`${documentId}\0${index}\0${text}`).digest();
  return digest.subarray(0, 16).toString('base64url');
}

/** A row as the index wants it. */
export function toIndexed(row: NewChunk, documentId: string, visibility: Visibility): IndexedChunk {
  return {
    chunkId: row.id,
    documentId,
    visibility,
    sparse: { indices: row.sparseIndices, values: row.sparseValues },
    dense: row.dense ?? null,
  };
}
