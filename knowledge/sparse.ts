import { analyseChunk, type ChunkFields } from './analyse-chunk';
import type { SparseVector } from './store/store';
import { termHash } from './term-hash';
import { tokenize } from './tokenize';

/** Questions longer than this, in characters, are scored by their beginning. */
export const maxQueryLength = 2_000;

function toVector(weights: Map<number, number>): SparseVector {
  const values = [...weights.values()].map((value) => Math.round(value * 1e4) / 1e4);
  return { indices: [...weights.keys()], values };
}

/**
 * The sparse vector of a chunk: each term's BM25 weight without its IDF, which the store adds
 * (Qdrant by `modifier: idf`, the embedded index by the same formula).
 */
export function encodeDocument(fields: ChunkFields): SparseVector {
  return toVector(analyseChunk(fields).weights);
}

/** The sparse vector of a question: how often each term is asked for. */
export function encodeQuery(text: string): SparseVector {
  const counts = new Map<number, number>();
  for (const { term } of tokenize(text.slice(0, maxQueryLength))) {
    const hash = termHash(term);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return toVector(counts);
}
