import type { ScoredCandidate } from './score-candidates';

/** Gives what the words and what the meaning says the same scale, and adds them. */
export function fuse<T extends { denseScore: number | null }>(
  scored: ScoredCandidate<T>[],
  meaning: number,
): number[] {
  const best = Math.max(...scored.map(({ lexical }) => lexical), Number.MIN_VALUE);
  const isHybrid = scored.some(({ item }) => item.denseScore !== null);
  return scored.map(({ lexical, item }) => {
    if (!isHybrid) return lexical;
    return (1 - meaning) * (lexical / best) + meaning * (item.denseScore ?? 0);
  });
}
