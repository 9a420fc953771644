import { filterVersionIds } from '@/lib/db/knowledge/document-versions';
import { listStoredFiles, removeStoredFile } from '@/lib/files/stored-file';

/** An upload takes less than this long, in milliseconds. */
const uploadMs = 3_600_000;

/** Removes files that no version owns: of uploads and deletions that a power cut interrupted. */
export async function removeAbandonedFiles(ageMs = uploadMs): Promise<void> {
  const ids = await listStoredFiles(ageMs);
  if (ids.length === 0) return;
  const owned = await filterVersionIds(ids);
  for (const id of ids) {
    if (!owned.has(id)) await removeStoredFile(id);
  }
}
