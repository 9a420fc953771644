import type { Transaction } from '@/lib/db/client';
import { findDocument } from '@/lib/db/documents';
import { findSearchIndexes } from '@/lib/db/search-indexes';
import { enqueue } from '@/lib/queue';
import { indexVersion } from './index-version';
import { changingIndexes, type SearchIndex } from './search-indexes';

/**
 * Brings what every index holds of a document to what Postgres says: the chunks of the version
 * that answers, and no others. May be repeated at any time.
 * @throws AppError `unavailable` when an index cannot be reached
 */
export async function refreshIndex(documentId: string): Promise<void> {
  for (const index of await changingIndexes()) await refreshIn(index, documentId);
}

/** As `refreshIndex`, in one index. */
export async function refreshIn(index: SearchIndex, documentId: string): Promise<void> {
  const document = await findDocument(documentId);
  const versionId = document?.live?.id;
  if (!document || !versionId) return index.store.removeChunks({ documentId });
  const { visibility } = document;
  await index.store.removeChunks({ documentId, exceptVersion: versionId });
  await indexVersion(index, { versionId, visibility });
}

/**
 * Asks for `refreshIndex` in the transaction that changes a document, so that an outside index
 * follows even when it is away or this process ends. The embedded one reads Postgres by itself.
 */
export async function ensureRefresh(tx: Transaction, documentId: string): Promise<void> {
  const { live, building } = await findSearchIndexes(tx);
  const isOutside = [live, building].some((index) => index?.store === 'qdrant');
  if (isOutside) await enqueue(tx, 'refresh-index', { documentId }, documentId);
}
