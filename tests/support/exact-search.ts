import type { IndexedChunk, StoreQuery } from '@/knowledge/store/store';

/**
 * What a search must give by words: every allowed chunk that holds a term, scored one by one.
 * @param counted the chunks over which it is counted how common terms are
 */
export function exactSparse(
  chunks: IndexedChunk[],
  query: StoreQuery,
  counted: IndexedChunk[],
): Map<string, number> {
  return scoreAllowed(chunks, query, (chunk) => {
    let score = 0;
    for (const [at, term] of query.sparse.indices.entries()) {
      const holders = counted.filter(({ sparse }) => sparse.indices.includes(term)).length;
      const idf = Math.log(1 + (counted.length - holders + 0.5) / (holders + 0.5));
      const place = chunk.sparse.indices.indexOf(term);
      if (place >= 0)
        score += (query.sparse.values[at] ?? 0) * idf * (chunk.sparse.values[place] ?? 0);
    }
    return score;
  });
}

/** What it must give by meaning: the cosine of every allowed chunk that has a vector. */
export function exactDense(chunks: IndexedChunk[], query: StoreQuery): Map<string, number> {
  const { dense } = query;
  return scoreAllowed(chunks, query, (chunk) =>
    dense && chunk.dense ? cosine(dense, chunk.dense) : 0,
  );
}

/** The scores of allowed chunks by chunk; those of 0 are not found. */
function scoreAllowed(
  chunks: IndexedChunk[],
  { visibilities }: StoreQuery,
  score: (chunk: IndexedChunk) => number,
): Map<string, number> {
  const allowed = chunks.filter(({ visibility }) => visibilities.includes(visibility));
  const scored = allowed.map((chunk) => [chunk.chunkId, score(chunk)] as const);
  return new Map(scored.filter(([, value]) => value !== 0).sort((a, b) => b[1] - a[1]));
}

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
