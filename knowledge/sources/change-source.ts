import { followInIndexes } from '@/knowledge/documents/change-document';
import { requireMayPublish } from '@/knowledge/documents/upload-document';
import { markChunksChanged } from '@/knowledge/store/index-changes';
import { ensureRefresh } from '@/knowledge/store/refresh-index';
import type { Principal } from '@/lib/auth/principal';
import type { Visibility } from '@/lib/auth/visibility';
import { db, type Transaction } from '@/lib/db/client';
import { updateDocument } from '@/lib/db/knowledge/documents';
import { lockSourceDocuments } from '@/lib/db/knowledge/source-documents';
import {
  cancelRun,
  lockSource,
  requireSource,
  type SourceRow,
  updateSource,
} from '@/lib/db/knowledge/sources';
import type { SourceChanges } from '@/lib/shared/sources';
import { prepareConfig } from './prepare-config';
import { requestSync } from './request-sync';

/**
 * Changes a source. New readers count at once, for all documents that had the source's; another
 * place ends the present run and begins a new one; a pause ends it, and waking brings it up to date.
 * @throws AppError `not_found`, `forbidden`; what is wrong with the config
 */
export async function changeSource(
  principal: Principal,
  id: string,
  changes: SourceChanges,
): Promise<SourceRow> {
  const source = await requireSource(principal, id);
  const { visibility, isPaused } = changes;
  if (visibility) requireMayPublish(principal, visibility);
  const config = changes.config && (await prepareConfig(principal, source.kind, changes.config));
  const changed = await db().transaction(async (tx) => {
    const before = await lockSource(tx, principal, id);
    await updateSource(tx, id, config ? { ...changes, config } : changes);
    if (config || visibility || isPaused) await cancelRun(id, tx);
    return visibility ? changeReaders(tx, id, { from: before.visibility, to: visibility }) : [];
  });
  for (const documentId of changed) await followInIndexes(documentId, { visibility });
  const goesOn = isPaused === undefined ? !source.isPaused : !isPaused;
  if (goesOn && (config || visibility || isPaused === false)) await requestSync(id);
  return requireSource(principal, id);
}

interface Readers {
  from: string;
  to: Visibility;
}

/**
 * All or none: half of them left to their old readers could not be told from those whose readers a
 * person chose, which keep them.
 * @returns ids of the documents that have other readers now
 */
async function changeReaders(tx: Transaction, id: string, { from, to }: Readers) {
  if (from === to) return [];
  const documentIds = await lockSourceDocuments(tx, id, from);
  for (const documentId of documentIds) {
    await updateDocument(tx, documentId, { visibility: to });
    await ensureRefresh(tx, documentId);
  }
  // Last, because whoever else changes an index waits from here on.
  for (const documentId of documentIds) await markChunksChanged(tx, documentId);
  return documentIds;
}
