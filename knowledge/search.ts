import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { findRetrievalSettings } from '@/lib/operations/find-retrieval-settings';
import type { RetrievalSettings, SearchNotice, SearchTrace } from '@/lib/shared/retrieval';
import { embedQuery } from './embed/embed-query';
import { type Hydrated, hydrateCandidates } from './passages/hydrate';
import { noteHits } from './passages/note-hits';
import type { Passage } from './passages/passage';
import { toPassages } from './passages/to-passages';
import { maxQueryLength } from './ranking/question-terms';
import { type Ranked, rankCandidates } from './ranking/rank';
import { encodeQuery } from './sparse';
import { Stopwatch } from './stopwatch';
import { liveIndex, type SearchIndex } from './store/search-indexes';
import type { StoreQuery, TermStatistics } from './store/store';
import { traceTerms } from './trace-terms';

export interface SearchRequest {
  /** The question; beyond 2,000 characters it is scored by its beginning. */
  query: string;
  /** Who asks: decides what can be found. */
  principal: Principal;
  /** What is to be otherwise than as applied for the desk. */
  settings?: Partial<RetrievalSettings>;
  signal?: AbortSignal;
}

export interface SearchResult {
  /** Best first, without near duplicates. */
  hits: Passage[];
  /** How likely the best passages answer the question, 0 to 1. */
  confidence: number;
  /** Whether the confidence suffices to answer from the passages. */
  isAnswered: boolean;
  /** How it came about. */
  trace: SearchTrace;
}

/** A search that met a document between two of its versions looks again, this often at most. */
const maxLooks = 3;

/**
 * Finds the passages that answer a question, among those the principal may read: the index's best
 * candidates, scored again with their text. Sees every document that was ready before the call,
 * and of each document one version.
 * @throws AppError `unavailable` when the index cannot be reached.
 */
export async function search(request: SearchRequest): Promise<SearchResult> {
  const { principal, signal } = request;
  const settings = { ...(await findRetrievalSettings()), ...request.settings };
  const query = request.query.slice(0, maxQueryLength);
  const notices: SearchNotice[] = query.length < request.query.length ? ['question-cut'] : [];
  const watch = new Stopwatch();
  const sparse = encodeQuery(query);
  const index = await liveIndex();
  const dense = await watch.time('embed', () => embedQuery(query, index.embeddings, signal));
  const visibilities = readableVisibilities(principal);
  const asked = { sparse, dense, visibilities, limit: settings.candidates, signal };
  const { found, statistics } = await findCandidates(index, asked, watch);
  const { ranked, confidence } = await watch.time('rank', () =>
    rankCandidates(query, statistics, found, settings),
  );
  const hits = await watch.time('read', () => {
    return toPassages(ranked.filter(({ outcome }) => outcome === 'shown'));
  });
  noteHits(hits.map(({ documentId }) => documentId));
  const trace: SearchTrace = {
    query,
    notices,
    settings,
    terms: traceTerms(query, sparse, statistics),
    considered: ranked.map(toConsidered),
    times: watch.times,
  };
  return { hits, confidence, isAnswered: confidence >= settings.answeredFrom, trace };
}

/**
 * Candidates with their text. A version that took the place of another between the look into the
 * index and the reading leaves candidates of the old one without rows: then the index, which knows
 * the new one by now, is asked again.
 */
async function findCandidates(
  { store }: SearchIndex,
  query: StoreQuery,
  watch: Stopwatch,
): Promise<{ found: Hydrated[]; statistics: TermStatistics }> {
  if (query.sparse.indices.length === 0 && !query.dense) {
    return { found: [], statistics: { chunks: 0, holders: new Map() } };
  }
  for (let look = 1; ; look += 1) {
    const { candidates, statistics } = await watch.time('index', () => store.search(query));
    const found = await watch.time('read', () => {
      return hydrateCandidates(candidates, query.visibilities);
    });
    const read = new Set(found.map(({ documentId }) => documentId));
    const isBetween = candidates.some(({ documentId }) => !read.has(documentId));
    if (!isBetween || look >= maxLooks) return { found, statistics };
  }
}

function toConsidered({ item, score, parts, outcome }: Ranked<Hydrated>) {
  const { chunkId, documentId, page } = item;
  return { chunkId, documentId, page, score, parts, outcome };
}
