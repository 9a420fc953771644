import type { ChunkAnalysis } from './analyse-chunk';
import type { Question } from './question';

/** How much it counts what tells the candidates apart, against what is rare in the whole index. */
const amongWeight = 0.4;
/** An IDF of this size, among candidates, leaves a word's weight as it is. */
const usualIdf = 3;

/**
 * The question with weights that heed, besides, how rare its words are among the candidates: a word
 * that nearly all of them hold, as what their document is about, does not choose between them.
 * The weights keep their sum.
 */
export function weighAmong(question: Question, candidates: ChunkAnalysis[]): Question {
  const weights = new Map<number, number>();
  let before = 0;
  let after = 0;
  for (const [term, weight] of question.weights) {
    const holders = candidates.filter((chunk) => chunk.weights.has(term)).length;
    const idf = Math.log(1 + (candidates.length - holders + 0.5) / (holders + 0.5));
    const weighed = weight * (1 - amongWeight + (amongWeight * idf) / usualIdf);
    weights.set(term, weighed);
    before += weight;
    after += weighed;
  }
  if (after === 0) return question;
  for (const [term, weight] of weights) weights.set(term, (weight * before) / after);
  return { ...question, weights };
}
