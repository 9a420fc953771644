import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { type DocumentRow, requireDocument, updateDocument } from '@/lib/db/documents';
import type { DocumentChanges } from '@/lib/shared/documents';
import { markChunksChanged } from './store/index-changes';
import { indexStore } from './store/index-store';
import { requireMayPublish } from './upload-document';

/**
 * Changes a document's title or readers. New readers count at once, in search and for citations.
 * @throws AppError `not_found`, `forbidden`
 */
export async function changeDocument(
  principal: Principal,
  id: string,
  changes: DocumentChanges,
): Promise<DocumentRow> {
  requirePermission(principal, 'document:manage');
  await requireDocument(principal, id);
  const { visibility } = changes;
  if (visibility) requireMayPublish(principal, visibility);
  await db().transaction(async (tx) => {
    await updateDocument(tx, id, changes);
    if (visibility) await markChunksChanged(tx, id);
  });
  if (visibility) await indexStore().setVisibility(id, visibility);
  return requireDocument(principal, id);
}
