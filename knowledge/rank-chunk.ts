import type { ChunkAnalysis } from './analyse-chunk';
import { nearest, richestStretch } from './nearness';
import type { Question } from './question';

/** How much each feature counts, measured on the development sets (`tests/evals/RESULTS.md`). */
const coverageWeight = 0.25;
const nearnessWeight = 0.4;
const phraseWeight = 1.2;
const stretchWeight = 0.5;
/** Distance in words at which two terms count as half as near. */
const halfDistance = 2;
/** About a sentence, in words. */
const stretchWidth = 20;

/**
 * Scores one chunk for a question: BM25, raised by how much of the question it covers, plus what
 * the question's words add that stand near each other (as in Büttcher, Clarke & Lushman 2006), in
 * the question's own order and distance, or together in one stretch.
 */
export function rankChunk(question: Question, { weights, positions }: ChunkAnalysis): number {
  let bm25 = 0;
  let covered = 0;
  let total = 0;
  for (const [term, weight] of question.weights) {
    total += weight;
    const inChunk = weights.get(term);
    if (inChunk === undefined) continue;
    covered += weight;
    bm25 += weight * inChunk;
  }
  if (total === 0) return 0;
  const stretch = richestStretch(question, positions, stretchWidth);
  return (
    bm25 * (1 + (coverageWeight * covered) / total) +
    scorePairs(question, positions) +
    (stretchWeight * stretch * stretch) / total
  );
}

function scorePairs({ pairs, idf }: Question, positions: Map<number, number[]>): number {
  let score = 0;
  for (const { first, second, gap } of pairs) {
    const ofFirst = positions.get(first);
    const ofSecond = positions.get(second);
    if (!ofFirst || !ofSecond) continue;
    const { distance, isPhrase } = nearest(ofFirst, ofSecond, gap);
    const weight = Math.min(idf.get(first) ?? 0, idf.get(second) ?? 0);
    score += (weight * nearnessWeight) / (1 + distance / halfDistance);
    if (isPhrase) score += weight * phraseWeight;
  }
  return score;
}
