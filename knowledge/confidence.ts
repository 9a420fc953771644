import type { ChunkAnalysis } from './analyse-chunk';
import { readQuestion } from './question';
import type { TermStatistics } from './store/store';

/** From this confidence on a question counts as answered by its passages. */
export const answeredFrom = 0.5;

/** Only the best passages are looked at: an answer stands on few. */
const passagesLookedAt = 3;
/**
 * A small collection says little about how common a word is. It is thought larger by this many
 * chunks, a hundredth of which hold each word.
 */
const priorChunks = 1_000;
const priorHolders = 10;

/**
 * How likely the passages answer the question, 0 to 1: the share of the question's weight, by
 * rarity of its words, that the best passage holds.
 */
export function estimateConfidence(
  query: string,
  statistics: TermStatistics,
  passages: ChunkAnalysis[],
): number {
  const holders = new Map<number, number>();
  const smoothed = { chunks: statistics.chunks + priorChunks, holders };
  const { weights } = readQuestion(query, {
    ...smoothed,
    holders: withPrior(statistics.holders),
  });
  let total = 0;
  for (const weight of weights.values()) total += weight;
  if (total === 0) return 0;
  let best = 0;
  for (const { weights: held } of passages.slice(0, passagesLookedAt)) {
    let covered = 0;
    for (const [term, weight] of weights) if (held.has(term)) covered += weight;
    best = Math.max(best, covered / total);
  }
  return best;
}

function withPrior(holders: Map<number, number>): Map<number, number> {
  return new Map([...holders].map(([term, count]) => [term, count + priorHolders]));
}
