import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db, type Transaction } from '@/lib/db/client';
import { addVectors, type ChunkVector } from '@/lib/db/knowledge/chunk-vectors';
import { countEnabledChunks } from '@/lib/db/knowledge/chunks';
import { updateVersion, type VersionRow } from '@/lib/db/knowledge/document-versions';
import { type DocumentRow, lockDocument, requireDocument } from '@/lib/db/knowledge/documents';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type EmbeddableChunk, embedChunks } from '../ingest/embed-chunks';
import { markChunksChanged } from '../store/index-changes';
import { ensureRefresh, refreshIndex } from '../store/refresh-index';
import { changingIndexes, modelsOf } from '../store/search-indexes';

/** A document with the version that answers: only that can be edited. */
export type EditableDocument = DocumentRow & { live: VersionRow };

/**
 * The document, if this person may edit its chunks.
 * @throws AppError `not_found`, `forbidden`; `not_ready` while no version of it answers
 */
export async function requireEditable(principal: Principal, id: string): Promise<EditableDocument> {
  requirePermission(principal, 'document:manage');
  const document = await requireDocument(principal, id);
  const { live } = document;
  if (!live) throw new AppError('not_ready');
  return { ...document, live };
}

/** What new words mean to the models in use. @throws AppError `unavailable` when one does not answer */
export async function embedEdited(chunks: EmbeddableChunk[]): Promise<ChunkVector[]> {
  const vectors: ChunkVector[] = [];
  for (const model of modelsOf(await changingIndexes())) {
    const embedded = await embedChunks(chunks, model).catch((cause: unknown) => {
      throw new AppError('unavailable', { part: 'embeddings' }, { cause });
    });
    vectors.push(...embedded.vectors);
  }
  return vectors;
}

/**
 * Changes chunks of the version that answers in one transaction, and the indexes with it.
 * @throws AppError `conflict` when another version took its place or its readers changed meanwhile,
 * and what `change` throws
 */
export async function editDocument<T>(
  { id, live, visibility }: EditableDocument,
  vectors: ChunkVector[],
  change: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const result = await db().transaction(async (tx) => {
    const document = await lockDocument(tx, id);
    const isSame = document?.liveVersionId === live.id && document.visibility === visibility;
    if (!isSame) throw new AppError('conflict');
    const changed = await change(tx);
    await addVectors(tx, live.id, vectors);
    await updateVersion(tx, live.id, { chunkCount: await countEnabledChunks(tx, live.id) });
    await ensureRefresh(tx, id);
    await markChunksChanged(tx, id);
    return changed;
  });
  await refreshIndex(id).catch((error: unknown) => {
    log().warn({ event: 'edit-indexed-later', documentId: id, err: error }, 'a job follows');
  });
  return result;
}
