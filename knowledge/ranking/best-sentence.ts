import type { ChunkAnalysis } from './analyse-chunk';
import type { Question } from './question';

/** As in BM25 of chunks, for sentences; the mean length is in words without stop words. */
const k1 = 1.2;
const b = 0.75;
const averageLength = 16;

/**
 * BM25 of the sentence that says most of a question: an answer mostly stands in one sentence, and
 * in one that says little else. Each word counts once, synonyms in the place of their words.
 */
export function scoreBestSentence(question: Question, { sentences }: ChunkAnalysis): number {
  let best = 0;
  for (const { terms, length } of sentences) {
    const held = weightIn(question, terms);
    // Of one word alone, it does not matter how much else its sentence says.
    const relative = question.weights.size > 1 ? length / averageLength : 1;
    const norm = k1 * (1 - b + b * relative);
    best = Math.max(best, (held * (k1 + 1)) / (1 + norm));
  }
  return best;
}

/** The weight of what a set of terms says of a question. */
function weightIn({ weights, concepts }: Question, terms: Set<number>): number {
  const weigh = (term: number) => (terms.has(term) ? (weights.get(term) ?? 0) : 0);
  let held = 0;
  for (const term of weights.keys()) held += weigh(term);
  if (held === 0 && concepts.length === 0) return 0;
  for (const concept of concepts) {
    const own = concept.terms.reduce((sum, term) => sum + weigh(term), 0);
    let gain = 0;
    for (const { terms: wanted, weight } of concept.alternatives) {
      if (wanted.every((term) => terms.has(term))) gain = Math.max(gain, weight - own);
    }
    held += gain;
  }
  return held;
}
