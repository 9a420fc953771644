import { db, type Transaction } from '@/lib/db/client';
import { addVectors, deleteVectors, listChunksWithVectors } from '@/lib/db/knowledge/chunk-vectors';
import {
  countLiveDocuments,
  findDocument,
  listLiveDocumentIds,
} from '@/lib/db/knowledge/documents';
import {
  createBuildingIndex,
  deleteBuildingIndex,
  ensureLiveIndex,
  findSearchIndexes,
  type IndexMaking,
  type SearchIndexRow,
  swapIndexes,
  updateBuildingIndex,
} from '@/lib/db/knowledge/search-indexes';
import type { JobPayload } from '@/lib/jobs';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/queue';
import { embedChunks } from '../ingest/embed-chunks';
import { findLastVersion, listChangesAfter, lockIndexChanges } from './index-changes';
import { refreshIn } from './refresh-index';
import { openIndex, type SearchIndex, wantedIndex } from './search-indexes';

/** Documents read from the list at once. */
const batchSize = 50;

/**
 * Begins the building of another index when the environment asks for another embedding model or
 * store than the one that answers was made with. The one that answers goes on doing so. One that is
 * being built as it is asked for is built on: a person may have wanted it anew.
 */
export async function ensureWantedIndex(): Promise<void> {
  const wanted = wantedIndex();
  const live = await ensureLiveIndex(wanted);
  const { building } = await findSearchIndexes();
  if (building && isMadeAs(building, wanted)) await continueBuilding(building.id);
  else if (!isMadeAs(live, wanted)) await startBuilding(wanted);
  else if (building) await giveUpBuilding();
}

/** Begins to build an index anew from what Postgres holds, beside the one that answers. */
export async function startBuilding(making: IndexMaking = wantedIndex()): Promise<void> {
  const total = await countLiveDocuments();
  await giveUpBuilding();
  await db().transaction(async (tx) => {
    const indexId = await createBuildingIndex(tx, making, total);
    await enqueue(tx, 'build-index', { indexId }, indexId);
  });
}

function isMadeAs(row: IndexMaking, { store, embeddings }: IndexMaking): boolean {
  return row.store === store && row.embeddings === embeddings;
}

async function continueBuilding(indexId: string): Promise<void> {
  await db().transaction((tx) => enqueue(tx, 'build-index', { indexId }, indexId));
}

async function giveUpBuilding(): Promise<void> {
  await db().transaction(async (tx) => {
    const dropped = await deleteBuildingIndex(tx);
    if (dropped) await enqueueDrop(tx, dropped);
  });
}

/**
 * Puts every document that answers into the index being built, then lets it answer in the place of
 * the other at one instant: no document changes in between. May be repeated; what is done is not
 * done again. Does nothing when that index is not being built any more.
 * @throws whatever the embedding server or the outside index fails with: try again
 */
export async function buildIndex(indexId: string, signal?: AbortSignal): Promise<void> {
  const { building } = await findSearchIndexes();
  if (building?.id !== indexId) return;
  const index = openIndex(building);
  let seen = await findLastVersion();
  await putInAll(index, signal);
  // What changed meanwhile comes after, until nothing is left when the door is closed.
  for (;;) {
    seen = await putInChanged(index, seen, signal);
    if (await swapIfNothingChanged(indexId, seen)) return;
  }
}

async function putInAll(index: SearchIndex, signal?: AbortSignal): Promise<void> {
  let done = 0;
  let ids = await listLiveDocumentIds('', batchSize);
  while (ids.length > 0) {
    for (const id of ids) {
      signal?.throwIfAborted();
      await putIn(index, id, signal);
      done += 1;
      await updateBuildingIndex(index.id, { done, errorCode: null });
    }
    ids = await listLiveDocumentIds(ids.at(-1) ?? '', batchSize);
  }
}

/** @returns the number of the last change that was put in */
async function putInChanged(
  index: SearchIndex,
  after: number,
  signal?: AbortSignal,
): Promise<number> {
  const changes = await listChangesAfter(after);
  for (const { documentId } of changes) {
    signal?.throwIfAborted();
    await putIn(index, documentId, signal);
  }
  return changes.at(-1)?.version ?? after;
}

/** Embeds what the index's model has no vectors of yet, and makes the index hold the document. */
async function putIn(index: SearchIndex, documentId: string, signal?: AbortSignal): Promise<void> {
  const document = await findDocument(documentId);
  if (document?.live) {
    const versionId = document.live.id;
    const rows = await listChunksWithVectors(versionId, index.embeddings);
    const missing = rows.filter(({ vector }) => !vector).map(({ chunk }) => chunk);
    const { vectors } = await embedChunks(missing, index.embeddings, { signal });
    await addVectors(db(), versionId, vectors);
  }
  await refreshIn(index, documentId);
}

async function swapIfNothingChanged(indexId: string, seen: number): Promise<boolean> {
  return db().transaction(async (tx) => {
    await lockIndexChanges(tx);
    if ((await findLastVersion(tx)) !== seen) return false;
    const replaced = await swapIndexes(tx, indexId);
    if (replaced) {
      await enqueueDrop(tx, replaced);
      log().info({ event: 'index-swapped', indexId });
    }
    return true;
  });
}

/** Searches that are on their way may still use the old one for a moment. */
const graceSeconds = 60;

function enqueueDrop(
  tx: Transaction,
  { id: indexId, store, embeddings }: SearchIndexRow,
): Promise<void> {
  return enqueue(tx, 'drop-index', { indexId, store, embeddings }, indexId, {
    startAfterSeconds: graceSeconds,
  });
}

/** Removes an index that does not answer any more, and vectors that none of the others uses. */
export async function dropIndex({
  indexId,
  store,
  embeddings,
}: JobPayload<'drop-index'>): Promise<void> {
  const { live, building } = await findSearchIndexes();
  const kept = [live, building].filter((row) => row !== null);
  if (kept.some(({ id }) => id === indexId)) return;
  await openIndex({ id: indexId, store, embeddings }).store.destroy();
  if (!kept.some((row) => row.embeddings === embeddings)) await deleteVectors(embeddings);
}
