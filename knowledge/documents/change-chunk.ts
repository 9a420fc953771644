import type { Principal } from '@/lib/auth/principal';
import { db, type Transaction } from '@/lib/db/client';
import { deleteEdit, findEdit, saveEdit } from '@/lib/db/knowledge/chunk-edits';
import {
  type ChunkRow,
  deleteChunk,
  findChunkWithEdit,
  lockChunks,
  updateChunk,
} from '@/lib/db/knowledge/chunks';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { ChunkChanges, ChunkView } from '@/lib/shared/chunks';
import { sparseColumn } from '../ingest/encode-chunks';
import { removeFromIndexes } from '../store/search-indexes';
import { toChunkView } from './chunk-view';
import { type EditableDocument, editDocument, embedEdited, requireEditable } from './edit-document';

/** What a chunk reads like, and whether it can be found. */
interface Standing {
  text: string;
  isDisabled: boolean;
}

/**
 * Gives a passage other words, or switches it off or on. It counts at once, and is put on again
 * whenever the document is read anew. Back to how it was read means that no change is kept.
 * @throws AppError `not_found`, `forbidden`, `not_ready`, `conflict`, `unavailable`
 */
export async function changeChunk(
  principal: Principal,
  documentId: string,
  chunkId: string,
  changes: ChunkChanges,
): Promise<ChunkView> {
  const document = await requireEditable(principal, documentId);
  const { chunk, edit } = await requireChunk(document, chunkId);
  const wanted = { text: chunk.text, isDisabled: chunk.isDisabled, ...changes };
  const alike = await listAlike(document, chunk);
  const isReworded = wanted.text !== chunk.text;
  const reworded = alike.map((one) => ({ ...one, text: wanted.text }));
  const vectors = isReworded ? await embedEdited(reworded) : [];
  const originalText = edit?.originalText ?? chunk.text;
  const isAdded = edit !== null && edit.originalHash === null;
  await editDocument(document, vectors, async (tx) => {
    const isAsRead = !isAdded && wanted.text === originalText && !wanted.isDisabled;
    const saved = isAsRead
      ? null
      : await saveEdit(tx, {
          id: edit?.id ?? newId(),
          documentId,
          originalHash: isAdded ? null : chunk.originalHash,
          originalText,
          text: isAdded || wanted.text !== originalText ? wanted.text : null,
          page: edit?.page ?? null,
          isDisabled: wanted.isDisabled,
          editedBy: principal.id,
        });
    await putOn(tx, document, chunk, wanted, saved?.id ?? null);
    if (isAsRead && edit) await deleteEdit(tx, edit.id);
  });
  return toChunkView(await requireChunk(document, chunkId));
}

/**
 * Takes back what a person did to a passage; one that a person added goes.
 * @throws AppError as `changeChunk`
 */
export async function undoChunkEdit(
  principal: Principal,
  documentId: string,
  chunkId: string,
): Promise<void> {
  const document = await requireEditable(principal, documentId);
  const { chunk, edit } = await requireChunk(document, chunkId);
  if (!edit) return;
  if (edit.originalHash === null) {
    await editDocument(document, [], async (tx) => {
      await deleteChunk(tx, document.live.id, chunkId);
      await deleteEdit(tx, edit.id);
    });
    await removeFromIndexes({ documentId, chunkId });
    return;
  }
  await changeChunk(principal, documentId, chunk.id, {
    text: edit.originalText,
    isDisabled: false,
  });
}

/**
 * Forgets a change whose passage is gone from the version that answers.
 * @throws AppError `not_found`, `forbidden`, `not_ready`
 */
export async function discardEdit(
  principal: Principal,
  documentId: string,
  editId: string,
): Promise<void> {
  const document = await requireEditable(principal, documentId);
  await editDocument(document, [], async (tx) => {
    const edit = await findEdit(tx, documentId, editId);
    if (!edit) throw notFound();
    const { live } = document;
    const { originalHash } = edit;
    if (originalHash === null) throw notFound();
    const placed = await lockChunks(tx, live.id, originalHash);
    if (placed.length > 0) throw notFound();
    await deleteEdit(tx, editId);
  });
}

async function requireChunk(document: EditableDocument, chunkId: string) {
  const found = await findChunkWithEdit(document.live.id, chunkId);
  if (!found) throw notFound();
  return found;
}

function listAlike({ live }: EditableDocument, { originalHash }: ChunkRow): Promise<ChunkRow[]> {
  return db().transaction((tx) => lockChunks(tx, live.id, originalHash));
}

/** Passages that were read as the same text are changed alike. */
async function putOn(
  tx: Transaction,
  { live, title }: EditableDocument,
  { originalHash }: ChunkRow,
  { text, isDisabled }: Standing,
  editId: string | null,
): Promise<void> {
  for (const chunk of await lockChunks(tx, live.id, originalHash)) {
    const sparse = sparseColumn(title, { headingPath: chunk.headingPath, text });
    await updateChunk(tx, chunk, { text, isDisabled, editId, ...sparse });
  }
}
