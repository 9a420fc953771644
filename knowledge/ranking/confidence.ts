import type { TermStatistics } from '../store/store';
import type { ChunkAnalysis } from './analyse-chunk';
import { type Question, readQuestion } from './question';
import { rankChunk } from './rank-chunk';

/** Only the best passages are looked at: an answer stands on few. */
const passagesLookedAt = 3;
/**
 * A small collection says little about how common a word is. It is thought larger by this many
 * chunks, a hundredth of which hold each word.
 */
const prior = { chunks: 1_000, holders: 10 };

/**
 * Logistic regression on the score of the best passage, relative to the question's weight and as a
 * whole, and on the size of the index (logarithm of its chunks), for in a larger one more is met by
 * chance. Fitted on four public sets, each with half of its titles left out and in collections of
 * 25 passages, weighted equally (`tests/evals/RESULTS.md`).
 */
const model = { relative: 4.61, whole: 1.44, size: -0.42, constant: -7.24 };
/** Larger indexes were not measured; what is fitted is not carried beyond this many chunks. */
const largestMeasured = 1_000;

/**
 * How likely the passages answer the question, 0 to 1.
 * @param passages best first
 */
export function estimateConfidence(
  query: string,
  statistics: TermStatistics,
  passages: ChunkAnalysis[],
): number {
  const question = withoutMereAsking(readQuestion(query, statistics, prior));
  if (question.total === 0 || passages.length === 0) return 0;
  const scores = passages
    .slice(0, passagesLookedAt)
    .map((chunk) => rankChunk(question, chunk).score);
  const best = Math.max(...scores);
  if (best === 0) return 0;
  const evidence =
    model.relative * (best / question.total) +
    model.whole * Math.log1p(best) +
    model.size * Math.log(Math.min(statistics.chunks, largestMeasured)) +
    model.constant;
  return 1 / (1 + Math.exp(-evidence));
}

/** That a passage tells prices proves nothing when it was asked what a refrigerator costs. */
function withoutMereAsking(question: Question): Question {
  if (question.weights.size === 0) return question;
  return { ...question, concepts: question.concepts.filter(({ terms }) => terms.length > 0) };
}
