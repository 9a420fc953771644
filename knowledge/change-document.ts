import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { type DocumentRow, requireDocument, updateDocument } from '@/lib/db/documents';
import { log } from '@/lib/log';
import type { DocumentChanges } from '@/lib/shared/documents';
import { markChunksChanged } from './store/index-changes';
import { ensureRefresh } from './store/refresh-index';
import { changingIndexes } from './store/search-indexes';
import { requireMayPublish } from './upload-document';

/**
 * Changes a document's title or readers. New readers count at once, in search and for citations;
 * nothing is read or embedded again.
 * @throws AppError `not_found`, `forbidden`
 */
export async function changeDocument(
  principal: Principal,
  id: string,
  changes: DocumentChanges,
): Promise<DocumentRow> {
  requirePermission(principal, 'document:manage');
  await requireDocument(principal, id);
  const { visibility, title } = changes;
  if (visibility) requireMayPublish(principal, visibility);
  await db().transaction(async (tx) => {
    await updateDocument(tx, id, { ...changes, ...(title ? { isTitleGiven: true } : {}) });
    if (!visibility) return;
    await ensureRefresh(tx, id);
    await markChunksChanged(tx, id);
  });
  if (visibility) {
    for (const { store } of await changingIndexes()) {
      await store.setVisibility(id, visibility).catch((error: unknown) => {
        log().warn({ event: 'visibility-later', documentId: id, err: error }, 'a job follows');
      });
    }
  }
  return requireDocument(principal, id);
}
