import type { ChunkAnalysis } from './analyse-chunk';
import { nearest, richestStretch } from './nearness';
import type { Question, WeighedConcept } from './question';

/** How much each feature counts, measured on the development sets (`tests/evals/RESULTS.md`). */
const coverageWeight = 0.25;
const nearnessWeight = 0.4;
const phraseWeight = 1.2;
const stretchWeight = 0.5;
/** Distance in words at which two terms count as half as near. */
const halfDistance = 2;
/** About a sentence, in words. */
const stretchWidth = 20;

/** What made up the score of a chunk. */
export interface ChunkParts {
  /** What the words say by themselves, synonyms included. */
  bm25: number;
  /** What the question's words add that stand near each other. */
  nearness: number;
  /** What is added for how much of the question the chunk covers. */
  coverage: number;
}

/** How much the parts count besides the words: 1 as measured, 0 not at all. */
export interface ChunkFactors {
  nearness: number;
  coverage: number;
}

/** The factors that the weights here were measured with. */
export const asMeasured: ChunkFactors = { nearness: 1, coverage: 1 };

/**
 * Scores one chunk for a question: BM25, raised by how much of the question it covers, plus what
 * the question's words add that stand near each other (as in Büttcher, Clarke & Lushman 2006), in
 * the question's own order and distance, or together in one stretch. The parts add up to the score.
 */
export function rankChunk(
  question: Question,
  chunk: ChunkAnalysis,
  factors: ChunkFactors = asMeasured,
): { score: number; parts: ChunkParts } {
  if (question.total === 0) return { score: 0, parts: { bm25: 0, nearness: 0, coverage: 0 } };
  const { bm25, covered } = scoreWords(question, chunk);
  const coverage = (factors.coverage * coverageWeight * bm25 * covered) / question.total;
  const nearness = factors.nearness * scoreNearness(question, chunk);
  return { score: bm25 + nearness + coverage, parts: { bm25, nearness, coverage } };
}

/** BM25, and how much of the question's weight the chunk holds. */
function scoreWords(question: Question, { weights }: ChunkAnalysis) {
  let bm25 = 0;
  let covered = 0;
  for (const [term, weight] of question.weights) {
    const inChunk = weights.get(term);
    if (inChunk === undefined) continue;
    covered += weight;
    bm25 += weight * inChunk;
  }
  for (const concept of question.concepts) {
    const gain = scoreSynonyms(concept, question, weights);
    bm25 += gain.bm25;
    covered += gain.covered;
  }
  return { bm25, covered };
}

function scoreNearness(question: Question, { positions }: ChunkAnalysis): number {
  const stretch = richestStretch(question, positions, stretchWidth);
  return scorePairs(question, positions) + (stretchWeight * stretch * stretch) / question.total;
}

/** What the best synonym adds to the question's own words for a concept; never less than nothing. */
function scoreSynonyms(
  { terms, alternatives }: WeighedConcept,
  question: Question,
  weights: Map<number, number>,
) {
  let ownBm25 = 0;
  let ownCovered = 0;
  for (const term of terms) {
    const inChunk = weights.get(term);
    if (inChunk === undefined) continue;
    const weight = question.weights.get(term) ?? 0;
    ownCovered += weight;
    ownBm25 += weight * inChunk;
  }
  const gain = { bm25: 0, covered: 0 };
  for (const { terms: wanted, weight } of alternatives) {
    const inChunk = Math.min(...wanted.map((term) => weights.get(term) ?? 0));
    if (inChunk === 0) continue;
    gain.bm25 = Math.max(gain.bm25, weight * inChunk - ownBm25);
    gain.covered = Math.max(gain.covered, weight - ownCovered);
  }
  return gain;
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
