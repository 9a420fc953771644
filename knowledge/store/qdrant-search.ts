import type { QdrantClient, Schemas } from '@qdrant/js-client-rest';
import { z } from 'zod';
import { vectorNames } from './qdrant-making';
import type { Candidate, StoreQuery } from './store';

const payloadSchema = z.object({
  chunkId: z.string(),
  versionId: z.string(),
  documentId: z.string(),
});

const looks = ['words', 'meaning', 'meaningOfWords'] as const;
type Look = (typeof looks)[number];
type Points = Schemas['ScoredPoint'][];

interface Ways {
  /** How nearest vectors are looked for. */
  dense: Schemas['SearchParams'];
  consistency: Schemas['ReadConsistency'] | undefined;
}

/** The best points by words and by meaning, in one call. */
export async function searchPoints(
  client: QdrantClient,
  collection: string,
  query: StoreQuery,
  { dense, consistency }: Ways,
): Promise<Candidate[]> {
  const requests = toRequests(query, dense);
  const asked = looks.filter((look) => requests[look]);
  const searches = asked.flatMap((look) => requests[look] ?? []);
  if (searches.length === 0) return [];
  const answers = await client.queryBatch(collection, { searches, consistency });
  const found: Record<Look, Points> = { words: [], meaning: [], meaningOfWords: [] };
  for (const [at, look] of asked.entries()) found[look] = answers[at]?.points ?? [];
  return toCandidates(found);
}

/**
 * Up to three looks: by words, by meaning, and what those by words mean. Words are always compared
 * with all: the index of sparse vectors is exact.
 */
function toRequests(query: StoreQuery, params: Schemas['SearchParams']) {
  const { sparse, dense, visibilities, limit } = query;
  const filter = { must: [{ key: 'visibility', match: { any: visibilities } }] };
  const shared = { filter, limit, with_payload: ['chunkId', 'versionId', 'documentId'] };
  const bySparse = { query: sparse, using: vectorNames.sparse, filter, limit };
  const byDense = { query: dense ?? [], using: vectorNames.dense, ...shared };
  const hasWords = sparse.indices.length > 0;
  const hasMeaning = byDense.query.length > 0;
  return {
    words: hasWords ? { ...bySparse, ...shared } : null,
    meaning: hasMeaning ? { ...byDense, params } : null,
    // Few enough to be compared whole, however large the collection is.
    meaningOfWords:
      hasWords && hasMeaning ? { ...byDense, params: { exact: true }, prefetch: bySparse } : null,
  };
}

function toCandidates(found: Record<Look, Points>): Candidate[] {
  const { words: byWords, meaning: byMeaning, meaningOfWords } = found;
  const cosines = new Map([...byMeaning, ...meaningOfWords].map(({ id, score }) => [id, score]));
  const known = new Set(byWords.map(({ id }) => id));
  const all = [
    ...byWords.map(({ id, payload, score }) => ({ id, payload, sparseScore: score })),
    ...byMeaning
      .filter(({ id }) => !known.has(id))
      .map(({ id, payload }) => ({ id, payload, sparseScore: null })),
  ];
  return all.map(({ id, payload, sparseScore }) => {
    return { ...payloadSchema.parse(payload), sparseScore, denseScore: cosines.get(id) ?? null };
  });
}
