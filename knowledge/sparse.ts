import { analyseChunk, type ChunkFields } from './analyse-chunk';
import { questionTerms } from './question-terms';
import type { SparseVector } from './store/store';

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
  for (const { hash, weight } of questionTerms(text)) {
    counts.set(hash, (counts.get(hash) ?? 0) + weight);
  }
  return toVector(counts);
}
