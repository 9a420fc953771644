import type { TermStatistics } from '../store/store';
import type { ChunkAnalysis } from './analyse-chunk';
import { type Evidence, readEvidence } from './evidence';
import { confidenceOfMeaning } from './meaning-confidence';

/**
 * Logistic regression on public sets, each with half of its titles left out and in collections of
 * 25 passages, weighted equally (`tests/evals/fit-confidence.ts`). The weights are near those that
 * are fitted, that of the lead a little lower; the constant and what is taken off for Chinese are
 * set so that the usual threshold keeps and refuses best on squad_en and cmrc_zh
 * (`tests/evals/RESULTS.md`).
 */
const model = {
  share: 2.2,
  gain: 2.2,
  lead: 1.3,
  named: 2,
  names: 2,
  size: -0.22,
  chinese: -0.38,
  constant: -3.75,
};
/** A passage that says fewer of a question's names makes it less sure, one that says more surer. */
const usualNames = 0.67;
/**
 * Log odds to which names raise what is less likely, and no further: a question and a passage about
 * the same matter have its names in common, whether or not it is answered there.
 */
const raisedByNames = 1;
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
export function featuresOf({ share, gain, lead, chunks, isNamed, names, isChinese }: Evidence) {
  const size = Math.log(Math.min(chunks, largestMeasured));
  return {
    share: Math.log(share),
    gain: Math.log(gain),
    lead: Math.log(lead),
    named: isNamed ? 1 : 0,
    names: names === null ? 0 : names - usualNames,
    size,
    chinese: isChinese ? size : 0,
  };
}

function confidenceOfWords(evidence: Evidence): number {
  const features = featuresOf(evidence);
  const names = model.names * features.names;
  const logOdds =
    model.constant +
    model.share * features.share +
    model.gain * features.gain +
    model.lead * features.lead +
    model.size * features.size +
    model.chinese * features.chinese +
    Math.min(0, names);
  const raised = logOdds + model.named * features.named + Math.max(0, names);
  return 1 / (1 + Math.exp(-Math.max(logOdds, Math.min(raised, raisedByNames))));
}
