import type { ChunkAnalysis } from './analyse-chunk';
import type { Question } from './question';

/** The parts of a chunk's lexical score. */
export interface LexicalScore {
  score: number;
  /** Share of the question's IDF weight that the chunk holds, 0 to 1. */
  coverage: number;
}

/** How much each feature counts, measured on the development sets. */
const coverageWeight = 0.5;
const nearnessWeight = 0.3;
const phraseWeight = 0.3;
/** Distance in words at which two terms count as half as near. */
const halfDistance = 2;

/**
 * Scores one chunk for a question: BM25, raised by how much of the question it covers, plus what
 * the pairs of the question add that stand near each other (as in Büttcher, Clarke & Lushman 2006)
 * or in the question's own order and distance.
 */
export function rankChunk(question: Question, { weights, positions }: ChunkAnalysis): LexicalScore {
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
  const coverage = total > 0 ? covered / total : 0;
  let nearness = 0;
  for (const { first, second, gap } of question.pairs) {
    const near = nearest(positions.get(first), positions.get(second), gap);
    if (!near) continue;
    const weight = Math.min(question.idf.get(first) ?? 0, question.idf.get(second) ?? 0);
    nearness += weight * (nearnessWeight / (1 + near.distance / halfDistance));
    if (near.isPhrase) nearness += weight * phraseWeight;
  }
  return { score: bm25 * (1 + coverageWeight * coverage) + nearness, coverage };
}

/** The smallest distance between two ascending lists of places, and whether one pair has this gap. */
function nearest(a: number[] | undefined, b: number[] | undefined, gap: number) {
  if (!a || !b) return undefined;
  let distance = Number.POSITIVE_INFINITY;
  let isPhrase = false;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const step = (b[j] as number) - (a[i] as number);
    distance = Math.min(distance, Math.abs(step));
    if (step === gap) isPhrase = true;
    if (step > gap) i++;
    else j++;
  }
  return { distance, isPhrase };
}
