import type { Principal } from '@/lib/auth/principal';
import { findRetrievalSettings } from '@/lib/operations/find-retrieval-settings';
import type { RetrievalSettings, SearchTrace } from '@/lib/shared/retrieval';
import type { Hydrated } from './passages/hydrate';
import { noteHits } from './passages/note-hits';
import type { Passage } from './passages/passage';
import { toPassages } from './passages/to-passages';
import { maxQueryLength } from './ranking/question-terms';
import { type Ranked, rankCandidates } from './ranking/rank';
import { type Found, findCandidates } from './search/find-candidates';
import { reranking } from './search/reranking';
import { SearchNotes } from './search/search-notes';
import { traceTerms } from './search/trace-terms';

export interface SearchRequest {
  /** The question; beyond 2,000 characters it is searched for by its beginning. */
  query: string;
  /** Who asks: decides what can be found. */
  principal: Principal;
  /** What is to be otherwise than as applied for the desk. */
  settings?: Partial<RetrievalSettings>;
  /** Somebody only tries the search out: the documents do not count as found. */
  isTrial?: boolean;
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

/**
 * Finds the passages that answer a question, among those the principal may read: the index's best
 * candidates, scored again with their text. Sees every document that was ready before the call,
 * and of each document one version.
 * @throws AppError `unavailable` when the index cannot be reached.
 */
export async function search(request: SearchRequest): Promise<SearchResult> {
  const { principal, signal } = request;
  const settings = { ...(await findRetrievalSettings()), ...request.settings };
  const notes = new SearchNotes();
  const query = cutQuestion(request.query, notes);
  const found = await findCandidates({ query, principal, settings, signal }, notes);
  const rerank = settings.isReranked ? reranking(query, notes) : undefined;
  const { ranked, confidence } = await notes.time('rank', () => {
    return rankCandidates(query, found.statistics, found.candidates, settings, rerank);
  });
  const shown = ranked.filter(({ outcome }) => outcome === 'shown');
  const hits = await notes.time('read', () => toPassages(shown));
  if (!request.isTrial) noteHits(hits.map(({ documentId }) => documentId));
  const trace = toTrace({ query, settings, found, ranked, notes });
  return { hits, confidence, isAnswered: confidence >= settings.answeredFrom, trace };
}

function cutQuestion(query: string, { notices }: SearchNotes): string {
  if (query.length > maxQueryLength) notices.push('question-cut');
  // The cut may go through a character of two halves, and people may send half of one.
  return query.slice(0, maxQueryLength).toWellFormed();
}

interface Way extends Pick<SearchTrace, 'query' | 'settings'> {
  found: Found;
  ranked: Ranked<Hydrated>[];
  notes: SearchNotes;
}

function toTrace({ query, settings, found, ranked, notes }: Way): SearchTrace {
  const { times, notices } = notes;
  return {
    query,
    notices,
    settings,
    terms: traceTerms(query, found.sparse, found.statistics),
    considered: ranked.map(({ item, score, parts, outcome }) => {
      const { chunkId, documentId, page } = item;
      return { chunkId, documentId, page, score, parts, outcome };
    }),
    // Waiting for the reranker is no ranking of ours.
    times: { ...times, rank: times.rank - times.rerank },
  };
}
