import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import { db } from '@/lib/db/client';
import {
  type DocumentRow,
  findDocument,
  isListedFor,
  lockDocument,
  requireDocument,
  updateDocument,
} from '@/lib/db/knowledge/documents';
import { notFound } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DocumentChanges } from '@/lib/shared/documents';
import { markChunksChanged } from '../store/index-changes';
import { ensureRefresh, refreshIndex } from '../store/refresh-index';
import { changingIndexes } from '../store/search-indexes';
import { retitleChunks } from './retitle-chunks';
import { requireMayPublish } from './upload-document';

/**
 * Changes a document's title or readers. Both count at once, in search and for citations; nothing is
 * read or embedded again.
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
    const document = await lockDocument(tx, id);
    // Asked again under the lock: somebody else may just have taken it from this person's sight.
    if (!document || !isListedFor(principal, document.visibility)) throw notFound();
    await updateDocument(tx, id, { ...changes, ...(title ? { isTitleGiven: true } : {}) });
    const isRetitled = title !== undefined && title !== document.title;
    if (isRetitled && document.liveVersionId) {
      await retitleChunks(tx, document.liveVersionId, title);
    }
    await ensureRefresh(tx, id);
    await markChunksChanged(tx, id);
  });
  await followInIndexes(id, changes);
  return requireDocument(principal, id);
}

/** Has the indexes know a change at once. One that is away follows by the job that the transaction has asked for. */
export async function followInIndexes(
  id: string,
  { visibility, title }: DocumentChanges,
): Promise<void> {
  try {
    if (title) await refreshIndex(id);
    else if (visibility) await relabel(id, visibility);
  } catch (error) {
    log().warn({ event: 'change-indexed-later', documentId: id, err: error }, 'a job follows');
  }
}

/** Two changes at once may come to an index in another order than to the database, whose word counts. */
async function relabel(id: string, visibility: Visibility): Promise<void> {
  for (const { store } of await changingIndexes()) await store.setVisibility(id, visibility);
  const document = await findDocument(id);
  if (!document || document.visibility === visibility) return;
  await relabel(id, visibilitySchema.parse(document.visibility));
}
