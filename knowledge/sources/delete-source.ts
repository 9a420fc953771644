import { removeDocument } from '@/knowledge/documents/delete-document';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import {
  deleteEmptySource,
  listSourceDocuments,
  releaseSourceDocuments,
} from '@/lib/db/knowledge/source-documents';
import { cancelRun, requireSource, updateSource } from '@/lib/db/knowledge/sources';

interface Options {
  /** Its documents stay, as uploads; otherwise they go with it. */
  keepDocuments: boolean;
}

/**
 * Deletes a source; a run on its way ends. Broken off between two documents it leaves a source that
 * is paused and may be deleted again.
 * @param principal null for the command line
 * @throws AppError `not_found`
 */
export async function deleteSource(
  principal: Principal | null,
  id: string,
  { keepDocuments }: Options,
): Promise<void> {
  await requireSource(principal, id);
  await updateSource(db(), id, { isPaused: true });
  await cancelRun(id);
  const step = () =>
    db().transaction(async (tx) => {
      if (keepDocuments) await releaseSourceDocuments(tx, id);
      return deleteEmptySource(tx, id);
    });
  do {
    const documents = keepDocuments ? [] : await listSourceDocuments(id);
    for (const document of documents) await removeDocument(document.id, principal?.id ?? null);
    // The last thing that a run was about to add may have come since.
  } while (!(await step()));
}
