import { db } from '@/lib/db/client';
import { listUnfinishedVersionIds } from '@/lib/db/knowledge/document-versions';
import { countLiveChunks, hasLiveChunks } from '@/lib/db/knowledge/live-chunks';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/queue';
import { startBuilding } from './build-index';
import { QdrantStore } from './qdrant';
import { openIndex } from './search-indexes';

/**
 * Makes good what happened to an outside index behind our back. A collection that is gone is built
 * anew from PostgreSQL; a document of which it holds more or fewer chunks than answer, as a worker
 * that was killed or a restored snapshot leaves behind, is put in again. It also brings the
 * collection to what the environment asks for. The embedded index is read from PostgreSQL and needs
 * none of this; an index that is being built takes the place of this one anyway.
 * @throws AppError `unavailable` when the index cannot be reached
 */
export async function mendIndex(): Promise<void> {
  const { live, building } = await findSearchIndexes();
  if (!live || building) return;
  const { store } = openIndex(live);
  if (!(store instanceof QdrantStore)) return;
  if (await store.adapt()) await mendDocuments(store);
  else if (await hasLiveChunks()) {
    log().error({ event: 'index-lost', indexId: live.id }, 'the index is built anew');
    await startBuilding();
  }
}

async function mendDocuments(store: QdrantStore): Promise<void> {
  const indexed = await store.countByDocument();
  const wanted = await countLiveChunks();
  const all = new Set([...indexed.keys(), ...wanted.keys()]);
  let mended = 0;
  for (const documentId of all) {
    if (indexed.get(documentId) === wanted.get(documentId)) continue;
    // Chunks of a version that is on its way are in the index already.
    if ((await listUnfinishedVersionIds(documentId)).length > 0) continue;
    await db().transaction((tx) => enqueue(tx, 'refresh-index', { documentId }, documentId));
    mended += 1;
  }
  if (mended > 0) log().warn({ event: 'index-mended', documents: mended });
}
