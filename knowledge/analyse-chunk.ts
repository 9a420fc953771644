import { termHash } from './term-hash';
import { tokenize } from './tokenize';

/** What of a chunk is searched. */
export interface ChunkFields {
  title: string;
  headingPath: string[];
  text: string;
}

/** A chunk as the ranking sees it. Terms are hashes. */
export interface ChunkAnalysis {
  /** BM25 weight of each term, without its IDF. */
  weights: Map<number, number>;
  /** Where each term of the text stands, ascending word numbers. */
  positions: Map<number, number[]>;
}

/** Okapi BM25 with fields weighted as in BM25F (Robertson & Zaragoza 2009); values measured. */
const k1 = 1.2;
const b = 0.75;
/** A fixed mean length in terms: a chunk's vector must not change when others come and go. */
const averageLength = 120;
const titleWeight = 1;
const headingWeight = 1;

/** Counts and places the terms of a chunk, and weighs them. */
export function analyseChunk({ title, headingPath, text }: ChunkFields): ChunkAnalysis {
  const weights = new Map<number, number>();
  const positions = new Map<number, number[]>();
  let length = 0;
  const count = (term: number, weight: number) => {
    weights.set(term, (weights.get(term) ?? 0) + weight);
    length += weight;
  };
  for (const { term, position } of tokenize(text)) {
    const hash = termHash(term);
    count(hash, 1);
    const known = positions.get(hash);
    if (known) known.push(position);
    else positions.set(hash, [position]);
  }
  for (const { term } of tokenize(title)) count(termHash(term), titleWeight);
  for (const { term } of tokenize(headingPath.join('\n'))) count(termHash(term), headingWeight);
  const norm = k1 * (1 - b + (b * length) / averageLength);
  for (const [term, n] of weights) weights.set(term, (n * (k1 + 1)) / (n + norm));
  return { weights, positions };
}
