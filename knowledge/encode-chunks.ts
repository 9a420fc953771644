import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Visibility } from '@/lib/auth/visibility';
import type { NewChunk } from '@/lib/db/chunks';
import type { Chunk } from './chunk';
import { embedder } from './embed/embedder';
import { encodeDocument } from './sparse';
import type { IndexedChunk } from './store/store';

/** Chunks encoded at once: as many as embedding servers take in one request. */
const batchSize = 64;

interface Document {
  documentId: string;
  title: string;
}

interface EncodeOptions {
  onProgress: (done: number, total: number) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Makes rows of chunks, with the vectors that search needs: words always, meaning where
 * `EMBEDDINGS` is set.
 * @throws whatever the embedding server fails with
 */
export async function encodeChunks(
  document: Document,
  chunks: Chunk[],
  { onProgress, signal }: EncodeOptions,
): Promise<NewChunk[]> {
  const rows: NewChunk[] = [];
  for (let at = 0; at < chunks.length; at += batchSize) {
    // Gives way to timers: the job's heartbeat must go out while a large document is encoded.
    await setImmediate();
    signal?.throwIfAborted();
    const batch = chunks.slice(at, at + batchSize);
    const vectors = await embedder()?.embedDocuments(batch.map(textToEmbed));
    batch.forEach((chunk, index) => {
      rows.push(encode(document, chunk, { seq: at + index, dense: vectors?.[index] ?? null }));
    });
    await onProgress(rows.length, chunks.length);
  }
  return rows;
}

function encode(
  { documentId, title }: Document,
  chunk: Chunk,
  { seq, dense }: { seq: number; dense: number[] | null },
): NewChunk {
  const { headingPath, text } = chunk;
  const { indices, values } = encodeDocument({ title, headingPath, text });
  const id = chunkId(documentId, seq, text);
  return { ...chunk, id, sparseIndices: indices, sparseValues: values, dense };
}

/** A passage out of its context means little; its headings give it back. */
function textToEmbed({ headingPath, text }: Chunk): string {
  return [...headingPath, text].join('\n');
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
