import { analyseChunk, type ChunkFields } from './ranking/analyse-chunk';
import { readTerms } from './ranking/question-terms';
import type { SparseVector } from './store/store';
import { termHash } from './words/term-hash';

/** How much a synonym counts in the first stage, shared by the terms that make it up. */
const synonymWeight = 0.3;

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

/**
 * The sparse vector of a question: how often each term is asked for, then the terms of what it may
 * be called otherwise, for less.
 */
export function encodeQuery(text: string): SparseVector {
  const { terms, concepts } = readTerms(text);
  const counts = new Map<number, number>();
  for (const { hash, weight } of terms) counts.set(hash, (counts.get(hash) ?? 0) + weight);
  const asked = new Set(counts.keys());
  for (const alternative of concepts.flatMap(({ alternatives }) => alternatives)) {
    for (const term of alternative.map(termHash)) {
      if (asked.has(term)) continue;
      const weight = synonymWeight / alternative.length;
      counts.set(term, Math.max(counts.get(term) ?? 0, weight));
    }
  }
  return toVector(counts);
}
