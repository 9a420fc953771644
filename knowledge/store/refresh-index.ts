import type { Transaction } from '@/lib/db/client';
import { listUnfinishedVersionIds } from '@/lib/db/knowledge/document-versions';
import { type DocumentRow, findDocument } from '@/lib/db/knowledge/documents';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
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
  await forgetOthersIn(index, document, documentId);
  if (document?.live) {
    await indexVersion(index, { versionId: document.live.id, visibility: document.visibility });
  }
  const now = await findDocument(documentId);
  const isCurrent =
    now?.liveVersionId === document?.liveVersionId && now?.visibility === document?.visibility;
  // A version took the place of another while the one before was being put in.
  if (!isCurrent) await refreshIn(index, documentId);
}

/** Takes what does not answer any more out of the indexes. @throws as `refreshIndex` */
export async function forgetOthers(documentId: string): Promise<void> {
  const document = await findDocument(documentId);
  for (const index of await changingIndexes()) await forgetOthersIn(index, document, documentId);
}

/** A version that is on its way may be in the index already, and is about to answer. */
async function forgetOthersIn(
  { store }: SearchIndex,
  document: DocumentRow | null,
  documentId: string,
): Promise<void> {
  const unfinished = await listUnfinishedVersionIds(documentId);
  const exceptVersions = [...unfinished, ...(document?.live ? [document.live.id] : [])];
  await store.removeChunks({ documentId, exceptVersions });
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
