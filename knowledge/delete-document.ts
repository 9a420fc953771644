import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { deleteDocumentRow, requireDocument } from '@/lib/db/documents';
import { removeStoredFile } from '@/lib/files/stored-file';
import { markChunksChanged } from './store/index-changes';
import { indexStore } from './store/index-store';

/**
 * Deletes a document with everything made of it. Answers stop using it with the transaction; the
 * file and the entries of an outside index follow.
 * @throws AppError `not_found`, `forbidden`
 */
export async function deleteDocument(principal: Principal, id: string): Promise<void> {
  requirePermission(principal, 'document:manage');
  await requireDocument(principal, id);
  await db().transaction(async (tx) => {
    await deleteDocumentRow(tx, id);
    await markChunksChanged(tx, id);
  });
  await removeStoredFile(id);
  await indexStore().deleteDocument(id);
}
