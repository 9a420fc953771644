import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import { embedQuery } from '../embed/embed-query';
import { type Hydrated, hydrateCandidates } from '../passages/hydrate';
import { encodeQuery } from '../sparse';
import { liveIndex } from '../store/search-indexes';
import type { IndexStore, SparseVector, StoreQuery, TermStatistics } from '../store/store';
import type { SearchNotes } from './search-notes';

interface Request {
  query: string;
  principal: Principal;
  settings: Pick<RetrievalSettings, 'candidates' | 'meaning'>;
  signal?: AbortSignal;
}

/** Candidates of the index with their text, and what is needed to rank them. */
export interface Found {
  candidates: Hydrated[];
  statistics: TermStatistics;
  /** The question as the index was asked. */
  sparse: SparseVector;
}

/** A search that met a document between two of its versions looks again, this often at most. */
const maxLooks = 3;

/**
 * What of the documents that the principal may read comes nearest to a question.
 * @throws AppError `unavailable` when the index cannot be reached.
 */
export async function findCandidates(
  { query, principal, settings, signal }: Request,
  notes: SearchNotes,
): Promise<Found> {
  const index = await liveIndex();
  // Where its meaning counts for nothing, nobody waits for the model.
  const embeddings = settings.meaning === 0 ? 'none' : index.embeddings;
  const sparse = encodeQuery(query);
  const embed = () => embedQuery(query, embeddings);
  // Without a model there is no such part of a search, so no time of it.
  const embedded = embeddings === 'none' ? await embed() : await notes.time('embed', embed);
  if (embedded === 'failed') notes.notices.push('embeddings-failed');
  const dense = typeof embedded === 'string' ? null : embedded.vector;
  if (sparse.indices.length === 0 && !dense) {
    return { candidates: [], statistics: { chunks: 0, holders: new Map() }, sparse };
  }
  const visibilities = readableVisibilities(principal);
  const asked = { sparse, dense, visibilities, limit: settings.candidates, signal };
  const found = await look(index.store, asked, notes);
  if (dense && !isCompared(found)) notes.notices.push('embeddings-failed');
  return { ...found, sparse };
}

/** A model that makes other vectors than those of the index compares with none of them. */
function isCompared({ candidates }: Pick<Found, 'candidates'>): boolean {
  return candidates.length === 0 || candidates.some(({ denseScore }) => denseScore !== null);
}

/**
 * A version that took the place of another between the look into the index and the reading leaves
 * candidates of the old one without rows: then the index, which knows the new one by now, is asked
 * again.
 */
async function look(
  store: IndexStore,
  query: StoreQuery,
  notes: SearchNotes,
): Promise<Omit<Found, 'sparse'>> {
  for (let looks = 1; ; looks += 1) {
    const { candidates, statistics } = await notes.time('index', () => store.search(query));
    const found = await notes.time('read', () => hydrateCandidates(candidates, query.visibilities));
    const read = new Set(found.map(({ documentId }) => documentId));
    const isBetween = candidates.some(({ documentId }) => !read.has(documentId));
    if (!isBetween || looks >= maxLooks) return { candidates: found, statistics };
  }
}
