import type { TermStatistics } from '../store/store';
import { estimateConfidence } from './confidence';
import { isNearDuplicate } from './near-duplicates';
import { readQuestion } from './question';
import { type RankInput, type ScoredCandidate, scoreCandidates } from './score-candidates';

/** A candidate after the second stage. */
export interface RankOutput<T> {
  item: T;
  score: number;
}

/**
 * The second stage over the candidates of the index: scores their text anew, removes near
 * duplicates and says how likely the best of them answer the question.
 */
export function rankCandidates<T extends RankInput>(
  query: string,
  statistics: TermStatistics,
  candidates: T[],
  { limit }: { limit: number },
): { ranked: RankOutput<T>[]; confidence: number } {
  const scored = blend(scoreCandidates(readQuestion(query, statistics), candidates));
  scored.sort((a, b) => b.score - a.score);
  const kept: (ScoredCandidate<T> & { score: number })[] = [];
  for (const entry of scored) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => isNearDuplicate(other.analysis, entry.analysis))) kept.push(entry);
  }
  const confidence = estimateConfidence(
    query,
    statistics,
    kept.map(({ analysis }) => analysis),
  );
  return { ranked: kept.map(({ item, score }) => ({ item, score })), confidence };
}

/** Gives the score of words and of meaning the same scale and adds them. */
function blend<T extends RankInput>(scored: ScoredCandidate<T>[]) {
  const best = Math.max(...scored.map(({ lexical }) => lexical), Number.MIN_VALUE);
  const isHybrid = scored.some(({ item }) => item.denseScore !== null);
  return scored.map((entry) => {
    const { lexical, item } = entry;
    return { ...entry, score: isHybrid ? lexical / best + (item.denseScore ?? 0) : lexical };
  });
}
