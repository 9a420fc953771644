/**
 * Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009): the sum over rankings of
 * 1 / (60 + rank). Best first.
 */
export function fuseRanks(rankings: number[][]): { slot: number; score: number }[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [rank, slot] of ranking.entries()) {
      scores.set(slot, (scores.get(slot) ?? 0) + 1 / (61 + rank));
    }
  }
  return [...scores]
    .map(([slot, score]) => ({ slot, score }))
    .sort((a, b) => b.score - a.score || a.slot - b.slot);
}
