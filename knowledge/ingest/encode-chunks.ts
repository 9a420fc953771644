import { setImmediate } from 'node:timers/promises';
import type { NewChunk } from '@/lib/db/knowledge/chunks';
import { encodeDocument } from '../sparse';
import type { PlacedChunk } from './place-chunks';

/** Chunks encoded before the process gives way to its timers: heartbeats must go out. */
const batchSize = 32;

/** Makes rows of chunks, with the sparse vectors that search by words needs. */
export async function encodeChunks(
  title: string,
  chunks: PlacedChunk[],
  signal?: AbortSignal,
): Promise<NewChunk[]> {
  const rows: NewChunk[] = [];
  for (const [index, chunk] of chunks.entries()) {
    if (index % batchSize === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    rows.push(encodeChunk(title, chunk));
  }
  return rows;
}

/** One row. */
export function encodeChunk(title: string, chunk: PlacedChunk): NewChunk {
  return { ...chunk, ...sparseColumn(title, chunk) };
}

/** The sparse vector of a chunk as its row keeps it: of its title, its headings and its words. */
export function sparseColumn(
  title: string,
  { headingPath, text }: Pick<PlacedChunk, 'headingPath' | 'text'>,
): Pick<NewChunk, 'sparse'> {
  return { sparse: encodeDocument({ title, headingPath, text }) };
}
