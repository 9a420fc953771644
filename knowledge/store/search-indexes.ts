import { hasLiveChunks } from '@/lib/db/knowledge/live-chunks';
import {
  ensureLiveIndex,
  findSearchIndexes,
  type IndexMaking,
  type SearchIndexRow,
} from '@/lib/db/knowledge/search-indexes';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { EmbeddedStore } from './embedded';
import { QdrantStore } from './qdrant';
import { qdrantSettings } from './qdrant-settings';
import type { ChunkSelection, IndexStore } from './store';

/** An index of this desk, ready to be used. */
export interface SearchIndex {
  id: string;
  /** The embedding model whose vectors it holds, as in `EMBEDDINGS`. */
  embeddings: string;
  store: IndexStore;
}

type IndexIdentity = Pick<SearchIndexRow, 'id' | 'store' | 'embeddings'>;

interface Opened {
  live?: SearchIndex;
  /** Id of the index that takes over in this process once it has loaded what it needs. */
  loading?: string;
  byId: Map<string, SearchIndex>;
}

const opened = () => processGlobal<Opened>('search-indexes', () => ({ byId: new Map() }));

/** What the environment asks for. */
export function wantedIndex(): IndexMaking {
  const { QDRANT_URL, EMBEDDINGS } = env();
  return { store: QDRANT_URL ? 'qdrant' : 'embedded', embeddings: EMBEDDINGS };
}

/**
 * The index that answers. After another one was built and swapped in, this process goes on with the
 * one it has until the new one has loaded: no search waits for it.
 */
export async function liveIndex(): Promise<SearchIndex> {
  const row = await ensureLiveIndex(wantedIndex());
  const { live } = opened();
  if (live?.id === row.id) return live;
  if (!live) return becomeLive(openIndex(row));
  void prepareNext(row);
  return live;
}

/** Every index that must hear of changes: the live one, and the one being built, if any. */
export async function changingIndexes(): Promise<SearchIndex[]> {
  const live = await ensureLiveIndex(wantedIndex());
  const { building } = await findSearchIndexes();
  return [live, ...(building ? [building] : [])].map(openIndex);
}

/**
 * Takes chunks out of every index.
 * @throws AppError `unavailable` when an index cannot be reached
 */
export async function removeFromIndexes(selection: ChunkSelection): Promise<void> {
  for (const { store } of await changingIndexes()) await store.removeChunks(selection);
}

/** The embedding models of these indexes, each once. */
export function modelsOf(indexes: SearchIndex[]): string[] {
  return [...new Set(indexes.map(({ embeddings }) => embeddings))];
}

/** Opens an index by its row, or takes the one that is open. */
export function openIndex(row: IndexIdentity): SearchIndex {
  const { byId } = opened();
  const known = byId.get(row.id);
  if (known) return known;
  const index = { id: row.id, embeddings: row.embeddings, store: openStore(row) };
  byId.set(row.id, index);
  return index;
}

/** The embedded index is made of what Postgres holds, so it also stands in for a Qdrant that was taken away. */
function openStore({ id, store, embeddings }: IndexIdentity): IndexStore {
  const { QDRANT_URL, QDRANT_API_KEY } = env();
  if (store !== 'qdrant' || !QDRANT_URL) return new EmbeddedStore(embeddings);
  return new QdrantStore({
    url: QDRANT_URL,
    apiKey: QDRANT_API_KEY,
    collection: collectionOf(id),
    settings: qdrantSettings(env()),
    isExpected: () => isExpected(id),
  });
}

/** The collection in Qdrant of an index. */
export function collectionOf(indexId: string): string {
  return `frontdesk-${indexId}`;
}

/** Whether an index ought to hold chunks by now: it is not just being built, and there are some. */
async function isExpected(indexId: string): Promise<boolean> {
  const { building } = await findSearchIndexes();
  return building?.id !== indexId && (await hasLiveChunks());
}

function becomeLive(index: SearchIndex): SearchIndex {
  opened().live = index;
  return index;
}

/** Loads the new index beside the old one, then lets go of that. */
async function prepareNext(row: SearchIndexRow): Promise<void> {
  const state = opened();
  if (state.loading === row.id) return;
  const index = openIndex(row);
  state.loading = row.id;
  try {
    await index.store.warmUp();
    const before = state.live;
    becomeLive(index);
    if (before) {
      state.byId.delete(before.id);
      await before.store.close();
    }
  } catch (error) {
    log().warn({ event: 'index-not-loaded', id: row.id, err: error }, 'the old one goes on');
  } finally {
    state.loading = undefined;
  }
}
