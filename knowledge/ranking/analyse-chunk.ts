import { termHash } from '../words/term-hash';
import { tokenize } from '../words/tokenize';

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
/** A fixed mean length in words: a chunk's vector must not change when others come and go. */
const averageLength = 140;
const titleWeight = 3;
const headingWeight = 1;
/** Chinese characters count as this many words, so that both languages have like lengths. */
const wordsPerHan = 0.45;

/** Counts and places the terms of a chunk, and weighs them. */
export function analyseChunk({ title, headingPath, text }: ChunkFields): ChunkAnalysis {
  const weights = new Map<number, number>();
  const positions = new Map<number, number[]>();
  const places = new Set<number>();
  const count = (term: number, weight: number) => {
    weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  for (const { term, position } of tokenize(text)) {
    const hash = termHash(term);
    count(hash, 1);
    places.add(position);
    const known = positions.get(hash);
    if (known) known.push(position);
    else positions.set(hash, [position]);
  }
  const titleTerms = tokenize(title);
  const headingTerms = tokenize(headingPath.join('\n'));
  for (const { term } of titleTerms) count(termHash(term), titleWeight);
  for (const { term } of headingTerms) count(termHash(term), headingWeight);

  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const textLength = places.size - han * (1 - wordsPerHan);
  const length = textLength + titleTerms.length * titleWeight + headingTerms.length * headingWeight;
  const norm = k1 * (1 - b + (b * length) / averageLength);
  for (const [term, n] of weights) weights.set(term, (n * (k1 + 1)) / (n + norm));
  return { weights, positions };
}
