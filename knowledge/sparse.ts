import type { SparseVector } from './store/store';
import { termHash } from './term-hash';
import { tokenize } from './tokenize';

/** What of a chunk is searched. */
export interface EncodedFields {
  title: string;
  headingPath: string[];
  text: string;
}

/** Okapi BM25 (Robertson & Zaragoza 2009), with fields weighted as in BM25F. */
const k1 = 1.2;
const b = 0.75;
/** A fixed mean length in terms: a vector must not change when other documents come and go. */
const averageLength = 120;
const fieldWeights = { title: 1, heading: 1, text: 1 };

function addTerms(counts: Map<number, number>, text: string, weight: number): number {
  const tokens = tokenize(text);
  for (const { term } of tokens) {
    const hash = termHash(term);
    counts.set(hash, (counts.get(hash) ?? 0) + weight);
  }
  return tokens.length * weight;
}

function toVector(counts: Map<number, number>): SparseVector {
  const values = [...counts.values()].map((value) => Math.round(value * 1e4) / 1e4);
  return { indices: [...counts.keys()], values };
}

/**
 * The sparse vector of a chunk: each term's BM25 weight without its IDF, which the store adds
 * (Qdrant by `modifier: idf`, the embedded index by the same formula).
 */
export function encodeDocument({ title, headingPath, text }: EncodedFields): SparseVector {
  const counts = new Map<number, number>();
  const length =
    addTerms(counts, text, fieldWeights.text) +
    addTerms(counts, title, fieldWeights.title) +
    addTerms(counts, headingPath.join(' \n '), fieldWeights.heading);
  const norm = k1 * (1 - b + (b * length) / averageLength);
  for (const [hash, count] of counts) counts.set(hash, (count * (k1 + 1)) / (count + norm));
  return toVector(counts);
}

/** The sparse vector of a question: how often each term is asked for. */
export function encodeQuery(text: string): SparseVector {
  const counts = new Map<number, number>();
  addTerms(counts, text, 1);
  return toVector(counts);
}
