import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db, type Transaction } from '@/lib/db/client';
import { redactCitations } from '@/lib/db/conversations/citations';
import { completeDeletion, createDeletion, findDeletion } from '@/lib/db/knowledge/deletions';
import { listVersions } from '@/lib/db/knowledge/document-versions';
import {
  deleteDocumentRow,
  isListedFor,
  lockDocument,
  requireDocument,
} from '@/lib/db/knowledge/documents';
import { notFound } from '@/lib/errors';
import { removePagePictures } from '@/lib/files/page-pictures';
import { removeStoredFile } from '@/lib/files/stored-file';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/queue';
import { type DeletionView, documentTracesSchema } from '@/lib/shared/deletions';
import { markChunksChanged } from '../store/index-changes';
import { removeFromIndexes } from '../store/search-indexes';
import { countTraces } from './document-traces';

/**
 * Deletes a document with everything made of it, and counts what there was and what is left.
 * @throws AppError `not_found`, `forbidden`
 */
export async function deleteDocument(principal: Principal, id: string): Promise<DeletionView> {
  requirePermission(principal, 'document:manage');
  await requireDocument(principal, id);
  await removeDocument(id, principal.id);
  return requireDeletion(principal, id);
}

/**
 * As `deleteDocument`, for whoever may do everything. Answers stop using the document with the
 * transaction; files and outside indexes follow, by a job if need be. Does nothing when it is gone.
 * @param by the person's id; null for a source
 */
export async function removeDocument(id: string, by: string | null): Promise<void> {
  const before = await countTraces(id, await listVersionIds(id));
  const versionIds = await db().transaction(async (tx) => {
    const document = await lockDocument(tx, id);
    if (!document) return null;
    const { visibility } = document;
    // Read under the lock: a version may have come since the counting, and its file goes, too.
    const versionIds = await listVersionIds(id, tx);
    await createDeletion(tx, { documentId: id, visibility, before, by });
    await redactCitations(tx, id);
    await deleteDocumentRow(tx, id);
    await enqueue(tx, 'clean-up-document', { documentId: id, versionIds }, id);
    await markChunksChanged(tx, id);
    return versionIds;
  });
  if (!versionIds) return;
  await cleanUpDocument(id, versionIds).catch((error: unknown) => {
    log().warn({ event: 'clean-up-later', documentId: id, err: error }, 'a job goes on with it');
  });
}

async function listVersionIds(documentId: string, tx?: Transaction): Promise<string[]> {
  return (await listVersions(documentId, tx)).map((version) => version.id);
}

/** Removes what a deleted document left outside the database. May be repeated. */
export async function cleanUpDocument(documentId: string, versionIds: string[]): Promise<void> {
  for (const versionId of versionIds) {
    await removeStoredFile(versionId);
    await removePagePictures(versionId);
  }
  await removeFromIndexes({ documentId });
  const deletion = await findDeletion(documentId);
  if (deletion?.after) return;
  await completeDeletion(documentId, await countTraces(documentId, versionIds));
}

/**
 * That a document was deleted, for those who could have read it.
 * @throws AppError `not_found` for others, and when no such document was deleted
 */
export async function requireDeletion(principal: Principal, id: string): Promise<DeletionView> {
  const deletion = await findDeletion(id);
  if (!deletion || !isListedFor(principal, deletion.visibility)) throw notFound();
  return {
    before: documentTracesSchema.parse(deletion.before),
    after: documentTracesSchema.nullable().parse(deletion.after),
    by: deletion.by,
    at: deletion.deletedAt.toISOString(),
  };
}
