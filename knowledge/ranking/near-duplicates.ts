import type { ChunkAnalysis } from './analyse-chunk';

/** Share of common terms from which two chunks say the same. */
const sameFrom = 0.95;

/** Whether two chunks say the same: they share nearly all of their terms (Jaccard index). */
export function isNearDuplicate(a: ChunkAnalysis, b: ChunkAnalysis): boolean {
  const [small, large] =
    a.positions.size <= b.positions.size ? [a.positions, b.positions] : [b.positions, a.positions];
  if (small.size === 0 || small.size < large.size * sameFrom) return false;
  let common = 0;
  for (const term of small.keys()) if (large.has(term)) common += 1;
  return common / (small.size + large.size - common) >= sameFrom;
}
