import { maxQueryLength } from './sparse';
import type { TermStatistics } from './store/store';
import { termHash } from './term-hash';
import { tokenize } from './tokenize';

/** A question's terms with what the index knows of them. */
export interface Question {
  /** Each different term with its IDF times how often it is asked for. */
  weights: Map<number, number>;
  /** IDF of each term; that of a term which no chunk holds is the highest possible. */
  idf: Map<number, number>;
  /** Terms near each other in the question: two hashes and how many words lie between their starts. */
  pairs: { first: number; second: number; gap: number }[];
}

/** How many following terms a term is paired with. */
const pairWindow = 2;

/** Reads a question against the index's statistics. */
export function readQuestion(text: string, { chunks, holders }: TermStatistics): Question {
  const tokens = tokenize(text.slice(0, maxQueryLength)).map(({ term, position }) => ({
    hash: termHash(term),
    position,
  }));
  const weights = new Map<number, number>();
  const idf = new Map<number, number>();
  const pairs: Question['pairs'] = [];
  for (const [at, { hash, position }] of tokens.entries()) {
    const held = holders.get(hash) ?? 0;
    const value = Math.log(1 + (chunks - held + 0.5) / (held + 0.5));
    idf.set(hash, value);
    weights.set(hash, (weights.get(hash) ?? 0) + value);
    for (const next of tokens.slice(at + 1, at + 1 + pairWindow)) {
      if (next.hash === hash) continue;
      pairs.push({ first: hash, second: next.hash, gap: next.position - position });
    }
  }
  return { weights, idf, pairs };
}
