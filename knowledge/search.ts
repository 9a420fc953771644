import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { embedQuery } from './embed/embed-query';
import { type Hydrated, hydrateCandidates } from './passages/hydrate';
import { noteHits } from './passages/note-hits';
import type { Passage } from './passages/passage';
import { toPassages } from './passages/to-passages';
import { answeredFrom } from './ranking/confidence';
import { maxQueryLength } from './ranking/question-terms';
import { rankCandidates } from './ranking/rank';
import { encodeQuery } from './sparse';
import { liveIndex, type SearchIndex } from './store/search-indexes';
import type { StoreQuery, TermStatistics } from './store/store';

export interface SearchRequest {
  /** The question; beyond 2,000 characters it is scored by its beginning. */
  query: string;
  /** Who asks: decides what can be found. */
  principal: Principal;
  /** How many passages at most, 1 to 50; 8 when absent. */
  k?: number;
  signal?: AbortSignal;
}

export interface SearchResult {
  /** Best first, without near duplicates. */
  hits: Passage[];
  /** How likely the best passages answer the question, 0 to 1. */
  confidence: number;
  /** Whether the confidence suffices to answer from the passages. */
  isAnswered: boolean;
}

/** How many candidates the second stage looks at. */
const candidateCount = 50;
/** A search that met a document between two of its versions looks again, this often at most. */
const maxLooks = 3;

/**
 * Finds the passages that answer a question, among those the principal may read: the index's best
 * candidates, scored again with their text. Sees every document that was ready before the call,
 * and of each document one version.
 * @throws AppError `unavailable` when the index cannot be reached.
 */
export async function search(request: SearchRequest): Promise<SearchResult> {
  const query = request.query.slice(0, maxQueryLength);
  const sparse = encodeQuery(query);
  const index = await liveIndex();
  const dense = await embedQuery(query, index.embeddings, request.signal);
  if (sparse.indices.length === 0 && !dense) return { hits: [], confidence: 0, isAnswered: false };

  const { found, statistics } = await findCandidates(index, { ...request, sparse, dense });
  const { ranked, confidence } = rankCandidates(query, statistics, found, {
    limit: request.k ?? 8,
  });
  const hits = await toPassages(ranked);
  noteHits(hits.map(({ documentId }) => documentId));
  return { hits, confidence, isAnswered: confidence >= answeredFrom };
}

type Encoded = SearchRequest & Pick<StoreQuery, 'sparse' | 'dense'>;

/**
 * Candidates with their text. A version that took the place of another between the look into the
 * index and the reading leaves candidates of the old one without rows: then the index, which knows
 * the new one by now, is asked again.
 */
async function findCandidates(
  { store }: SearchIndex,
  { principal, sparse, dense, signal }: Encoded,
): Promise<{ found: Hydrated[]; statistics: TermStatistics }> {
  const visibilities = readableVisibilities(principal);
  const query = { sparse, dense, visibilities, limit: candidateCount, signal };
  for (let look = 1; ; look += 1) {
    const { candidates, statistics } = await store.search(query);
    const found = await hydrateCandidates(candidates, visibilities);
    const read = new Set(found.map(({ documentId }) => documentId));
    const isBetween = candidates.some(({ documentId }) => !read.has(documentId));
    if (!isBetween || look >= maxLooks) return { found, statistics };
  }
}
