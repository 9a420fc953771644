import type { Principal } from '@/lib/auth/principal';
import { saveEdit } from '@/lib/db/knowledge/chunk-edits';
import { findChunkWithEdit, findEnd, insertChunk } from '@/lib/db/knowledge/chunks';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { ChunkView, NewChunkFields } from '@/lib/shared/chunks';
import { encodeChunk } from '../ingest/encode-chunks';
import { addedChunk } from '../ingest/place-chunks';
import { toChunkView } from './chunk-view';
import { editDocument, embedEdited, requireEditable } from './edit-document';

/**
 * Adds a passage that a person wrote to a document, at the end of a page or of the document. It
 * counts at once, and is added again whenever the document is read anew.
 * @throws AppError `not_found`, `forbidden`, `not_ready`, `conflict`, `unavailable`
 */
export async function addChunk(
  principal: Principal,
  documentId: string,
  { text, page }: NewChunkFields,
): Promise<ChunkView> {
  const document = await requireEditable(principal, documentId);
  const { live, title } = document;
  const id = newId();
  const vectors = await embedEdited([{ id, headingPath: [], text }]);
  await editDocument(document, vectors, async (tx) => {
    const edit = await saveEdit(tx, {
      id,
      documentId,
      originalHash: null,
      originalText: '',
      text,
      page,
      editedBy: principal.id,
    });
    const { seq, section } = await findEnd(tx, live.id, page);
    const chunk = encodeChunk(title, addedChunk(edit, section));
    await insertChunk(tx, { versionId: live.id, documentId }, seq, chunk);
  });
  const added = await findChunkWithEdit(live.id, id);
  if (!added) throw notFound();
  return toChunkView(added);
}
