import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { answeredFrom } from './confidence';
import { embedQuery } from './embed/embed-query';
import { hydrateCandidates } from './hydrate';
import type { Passage } from './passage';
import { maxQueryLength } from './question-terms';
import { rankCandidates } from './rank';
import { encodeQuery } from './sparse';
import { indexStore } from './store/index-store';

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

/**
 * Finds the passages that answer a question, among those the principal may read: the index's best
 * candidates, scored again with their text. Sees every document that was ready before the call.
 * @throws AppError `unavailable` when the index cannot be reached.
 */
export async function search(request: SearchRequest): Promise<SearchResult> {
  const query = request.query.slice(0, maxQueryLength);
  const sparse = encodeQuery(query);
  const dense = await embedQuery(query, request.signal);
  if (sparse.indices.length === 0 && !dense) return { hits: [], confidence: 0, isAnswered: false };

  const visibilities = readableVisibilities(request.principal);
  const { candidates, statistics } = await indexStore().search({
    sparse,
    dense,
    visibilities,
    limit: candidateCount,
    signal: request.signal,
  });
  const found = await hydrateCandidates(candidates, visibilities);
  const { ranked, confidence } = rankCandidates(query, statistics, found, {
    limit: request.k ?? 8,
    isHybrid: dense !== null,
  });
  const hits = ranked.map(({ item, score }): Passage => {
    const { title, storeScore: _, ...rest } = item;
    return { ...rest, document: title, score };
  });
  return { hits, confidence, isAnswered: confidence >= answeredFrom };
}
