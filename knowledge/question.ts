import { questionTerms } from './question-terms';
import type { TermStatistics } from './store/store';

/** A question's terms with what the index knows of them. Terms are hashes. */
export interface Question {
  /** Each different term with its IDF times how often it is asked for. */
  weights: Map<number, number>;
  /** IDF of each term; that of a term which no chunk holds is the highest possible. */
  idf: Map<number, number>;
  /** Terms near each other in the question, and how many words apart they begin. */
  pairs: { first: number; second: number; gap: number }[];
  /**
   * Terms whose nearness in a chunk says something. Those cut from Chinese are not among them: two
   * neighbouring characters already are one term.
   */
  words: Set<number>;
}

/** How many following terms a term is paired with. */
const pairWindow = 2;
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** Reads a question against the index's statistics. */
export function readQuestion(text: string, { chunks, holders }: TermStatistics): Question {
  const tokens = questionTerms(text);
  const weights = new Map<number, number>();
  const idf = new Map<number, number>();
  for (const { hash, weight } of tokens) {
    const held = holders.get(hash) ?? 0;
    const value = Math.log(1 + (chunks - held + 0.5) / (held + 0.5));
    idf.set(hash, value);
    weights.set(hash, (weights.get(hash) ?? 0) + value * weight);
  }
  const words = tokens.filter(({ token }) => !unspaced.test(token.term));
  const pairs = words.flatMap(({ hash, position }, at) =>
    words
      .slice(at + 1, at + 1 + pairWindow)
      .filter((next) => next.hash !== hash)
      .map((next) => ({ first: hash, second: next.hash, gap: next.position - position })),
  );
  return { weights, idf, pairs, words: new Set(words.map(({ hash }) => hash)) };
}
