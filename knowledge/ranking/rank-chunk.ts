import type { ChunkAnalysis } from './analyse-chunk';
import { scoreBestSentence } from './best-sentence';
import { nearest } from './nearness';
import type { Question, WeighedConcept } from './question';

/** How much each feature counts, measured on the development sets (`tests/evals/RESULTS.md`). */
const coverageWeight = 0.8;
const answerKindWeight = 0.8;
const nearnessWeight = 0.8;
const phraseWeight = 1.2;
const sentenceWeight = 0.8;
/** What stands for a missing word: one of its family, or the characters of a Chinese word. */
const familyWeight = 0.8;
const charactersWeight = 0.4;
/** Distance in words at which two terms count as half as near. */
const halfDistance = 2;

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
 * Scores one chunk for a question: BM25, raised by how much of the question it covers and by whether
 * it holds the kind of thing that is asked for, plus what the question's words add that stand near
 * each other (as in Büttcher, Clarke & Lushman 2006), in the question's own order and distance, or
 * together in one sentence. The parts add up to the score.
 */
export function rankChunk(
  question: Question,
  chunk: ChunkAnalysis,
  factors: ChunkFactors = asMeasured,
): { score: number; parts: ChunkParts } {
  if (question.total === 0) return { score: 0, parts: { bm25: 0, nearness: 0, coverage: 0 } };
  const { bm25, covered } = scoreWords(question, chunk);
  // A number answers nothing where no word of the question stands beside it.
  const kind = bm25 > 0 ? scoreAnswerKind(question, chunk) : 0;
  const coverage = factors.coverage * ((coverageWeight * bm25 * covered) / question.total + kind);
  const nearness =
    factors.nearness *
    (scorePairs(question, chunk) + sentenceWeight * scoreBestSentence(question, chunk));
  return { score: bm25 + nearness + coverage, parts: { bm25, nearness, coverage } };
}

/** BM25, and how much of the question's weight the chunk holds. */
function scoreWords(question: Question, chunk: ChunkAnalysis) {
  let bm25 = 0;
  let covered = 0;
  for (const term of question.weights.keys()) {
    const score = scoreTerm(term, question, chunk);
    bm25 += score.bm25;
    covered += score.covered;
  }
  for (const concept of question.concepts) {
    const gain = scoreSynonyms(concept, question, chunk);
    bm25 += gain.bm25;
    covered += gain.covered;
  }
  return { bm25, covered };
}

/** One term of the question; one that is missing counts in part for what it shares with others. */
function scoreTerm(term: number, question: Question, { weights, pieces }: ChunkAnalysis) {
  const weight = question.weights.get(term) ?? 0;
  const inChunk = weights.get(term);
  if (inChunk !== undefined) return { bm25: weight * inChunk, covered: weight };
  const shared = question.pieces.get(term) ?? [];
  const held = shared.filter((piece) => pieces.has(piece)).length;
  if (held === 0) return { bm25: 0, covered: 0 };
  const worth = shared.length === 1 ? familyWeight : charactersWeight;
  return { bm25: (weight * worth * held) / shared.length, covered: 0 };
}

/** Grows with the question as the scores of chunks do that say some of its words. */
function scoreAnswerKind({ answerKind, total, weights }: Question, chunk: ChunkAnalysis): number {
  if (answerKind === null || !chunk.answerKinds.has(answerKind)) return 0;
  return (answerKindWeight * total) / Math.sqrt(Math.max(1, weights.size));
}

/** What the best synonym adds to the question's own words for a concept; never less than nothing. */
function scoreSynonyms(
  { terms, alternatives }: WeighedConcept,
  question: Question,
  chunk: ChunkAnalysis,
) {
  const own = terms.map((term) => scoreTerm(term, question, chunk));
  const ownBm25 = own.reduce((sum, { bm25 }) => sum + bm25, 0);
  const ownCovered = own.reduce((sum, { covered }) => sum + covered, 0);
  const gain = { bm25: 0, covered: 0 };
  for (const { terms: wanted, weight } of alternatives) {
    const inChunk = Math.min(...wanted.map((term) => chunk.weights.get(term) ?? 0));
    if (inChunk === 0) continue;
    gain.bm25 = Math.max(gain.bm25, weight * inChunk - ownBm25);
    gain.covered = Math.max(gain.covered, weight - ownCovered);
  }
  return gain;
}

function scorePairs({ pairs, idf }: Question, { positions }: ChunkAnalysis): number {
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
