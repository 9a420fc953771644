import type { TermStatistics } from '../store/store';
import type { ChunkAnalysis } from './analyse-chunk';
import { type Evidence, readEvidence } from './evidence';
import { confidenceOfMeaning } from './meaning-confidence';

/**
 * Logistic regression, fitted on public sets, each with half of its titles left out and in
 * collections of 25 passages, weighted equally (`tests/evals/fit-confidence.ts`).
 */
const model = { share: 2.34, gain: 2.49, size: -0.32, constant: -4.63 };
/** Larger indexes were not measured; what is fitted is not carried beyond this many chunks. */
const largestMeasured = 1_000;

/**
 * How likely the passages answer the question, 0 to 1: by their words, or, where these say little,
 * by their meaning.
 * @param passages best first
 * @param cosines of the question's embedding and those of all candidates; empty without embeddings
 */
export function estimateConfidence(
  query: string,
  statistics: TermStatistics,
  passages: ChunkAnalysis[],
  cosines: number[] = [],
): number {
  if (passages.length === 0) return 0;
  const evidence = readEvidence(query, statistics, passages);
  return Math.max(evidence ? confidenceOfWords(evidence) : 0, confidenceOfMeaning(cosines));
}

/** What the regression sees: a passage twice as good is as much more likely at every height. */
export function featuresOf({ share, gain, chunks }: Evidence): [number, number, number] {
  return [Math.log(share), Math.log(gain), Math.log(Math.min(chunks, largestMeasured))];
}

function confidenceOfWords(evidence: Evidence): number {
  const [share, gain, size] = featuresOf(evidence);
  const logOdds = model.share * share + model.gain * gain + model.size * size + model.constant;
  return 1 / (1 + Math.exp(-logOdds));
}
