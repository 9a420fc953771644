import { changeDocument } from '@/knowledge/documents/change-document';
import { requireMayPublish } from '@/knowledge/documents/upload-document';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { listSourceDocuments } from '@/lib/db/source-documents';
import { cancelRun, requireSource, type SourceRow, updateSource } from '@/lib/db/sources';
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
  await updateSource(db(), id, config ? { ...changes, config } : changes);
  if (config || visibility || isPaused) await cancelRun(id);
  if (visibility) await changeReaders(principal, source, visibility);
  const goesOn = isPaused === undefined ? !source.isPaused : !isPaused;
  if (goesOn && (config || visibility || isPaused === false)) await requestSync(id);
  return requireSource(principal, id);
}

/** A document whose readers a person chose keeps them. */
async function changeReaders(
  principal: Principal,
  source: SourceRow,
  visibility: NonNullable<SourceChanges['visibility']>,
): Promise<void> {
  for (const document of await listSourceDocuments(source.id)) {
    if (document.visibility !== source.visibility || document.visibility === visibility) continue;
    await changeDocument(principal, document.id, { visibility });
  }
}
