import { db, type Transaction } from '@/lib/db/client';
import { type ChunkEdit, listEdits } from '@/lib/db/knowledge/chunk-edits';
import { countEnabledChunks, replaceChunks } from '@/lib/db/knowledge/chunks';
import {
  advanceVersion,
  findVersion,
  updateVersion,
  type VersionRow,
} from '@/lib/db/knowledge/document-versions';
import { type DocumentRow, lockDocument, updateDocument } from '@/lib/db/knowledge/documents';
import { replaceElements } from '@/lib/db/knowledge/elements';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { markChunksChanged } from '../store/index-changes';
import { IngestionOver } from './ingestion';

/** Something that the version was made with has changed meanwhile: make it anew with what is now. */
export class StaleMaking extends Error {
  override name = 'StaleMaking';
}

/** What a version was made with. */
interface Making {
  title: string;
  visibility: string;
  edits: ChunkEdit[];
  /** Ids of the indexes that hold it. */
  indexIds: string[];
}

/**
 * Lets a version answer, in the place of the one before, at one instant: readers meet the old one
 * or this one. What had been read of the old one goes; its file stays. Where a newer version
 * answers already, what was read of this one goes.
 * @throws StaleMaking when an edit, an index, another title or other readers came meanwhile;
 * IngestionOver when it was cancelled, or is another attempt's
 */
export async function goLive(version: VersionRow, making: Making): Promise<void> {
  const { id, documentId } = version;
  await db().transaction(async (tx) => {
    const document = await lockDocument(tx, documentId);
    if (!document || !(await advanceVersion(tx, version, {}))) throw new IngestionOver();
    if (!isMadeFor(document, making)) throw new StaleMaking();
    if (!isSame(making.edits, await listEdits(documentId, tx))) throw new StaleMaking();
    const before = document.liveVersionId ? await findVersion(document.liveVersionId, tx) : null;
    const isNewest = !before || before.number <= version.number;
    const ready = { status: 'ready', progress: 1, errorCode: null, endedAt: new Date() } as const;
    if (isNewest) await takePlace(tx, version, before, making);
    else await dropContent(tx, version);
    await updateVersion(tx, id, {
      ...ready,
      chunkCount: isNewest ? await countEnabledChunks(tx, id) : 0,
    });
    await logIngestion(tx, id, { code: 'ready' });
    if (!isNewest) return;
    await markChunksChanged(tx, documentId);
    // Under the lock that the line above took, no index can come or be swapped in any more.
    const { live, building } = await findSearchIndexes(tx);
    const isIndexed = [live, building].every(
      (index) => !index || making.indexIds.includes(index.id),
    );
    if (!isIndexed) throw new StaleMaking();
  });
}

async function takePlace(
  tx: Transaction,
  { id, documentId }: VersionRow,
  before: VersionRow | null,
  { title }: Making,
): Promise<void> {
  await updateDocument(tx, documentId, { liveVersionId: id, title });
  if (before && before.id !== id) await dropContent(tx, before);
}

/** What was read of a version that does not answer any more. */
async function dropContent(tx: Transaction, { id, documentId }: VersionRow): Promise<void> {
  await replaceElements(tx, id, []);
  await replaceChunks(tx, { versionId: id, documentId }, []);
}

/** A title that a person gave is not to be replaced, nor are labels for other readers to be found. */
function isMadeFor(
  document: Pick<DocumentRow, 'title' | 'isTitleGiven' | 'visibility'>,
  { title, visibility }: Making,
): boolean {
  const isTitled = !document.isTitleGiven || document.title === title;
  return isTitled && document.visibility === visibility;
}

function isSame(made: ChunkEdit[], now: ChunkEdit[]): boolean {
  const stamp = (edits: ChunkEdit[]) =>
    edits.map(({ id, editedAt }) => `${id} ${editedAt.getTime()}`).join('\n');
  return stamp(made) === stamp(now);
}
