import type { ChunkEdit } from '@/lib/db/knowledge/chunk-edits';
import { sha256 } from '@/lib/ids';
import type { Chunk } from '../chunking/chunk-elements';

/** A chunk with its identity, and with what people changed about it put on. */
export interface PlacedChunk extends Chunk {
  id: string;
  /** Of the text as it was read. */
  originalHash: string;
  editId: string | null;
  isDisabled: boolean;
}

/**
 * Gives chunks their ids and puts on what people changed: other words, switched off, added. An edit
 * is known by the text that it was made on; where that is gone, it finds no place.
 * @returns the chunks in reading order, and the edits that found no place
 */
export function placeChunks(
  documentId: string,
  chunks: Chunk[],
  edits: ChunkEdit[],
): { placed: PlacedChunk[]; unplaced: ChunkEdit[] } {
  const byHash = new Map(edits.map((edit) => [edit.originalHash, edit]));
  const seen = new Map<string, number>();
  const placed = chunks.map((chunk): PlacedChunk => {
    const originalHash = hashOf(chunk.text);
    const nth = seen.get(originalHash) ?? 0;
    seen.set(originalHash, nth + 1);
    const edit = byHash.get(originalHash);
    return {
      ...chunk,
      text: edit?.text ?? chunk.text,
      id: chunkId(documentId, originalHash, nth),
      originalHash,
      editId: edit?.id ?? null,
      isDisabled: edit?.isDisabled ?? false,
    };
  });
  const added = edits.filter(({ originalHash }) => originalHash === null);
  for (const [index, edit] of added.entries()) {
    const section = (chunks.at(-1)?.section ?? -1) + 1 + index;
    placed.splice(placeAfter(placed, edit.page), 0, addedChunk(edit, section));
  }
  const unplaced = edits.filter(({ originalHash: hash }) => hash !== null && !seen.has(hash));
  return { placed, unplaced };
}

/** What an edit remembers a passage by. */
export function hashOf(text: string): string {
  return sha256(text).slice(0, 32);
}

/** A chunk that a person wrote. */
export function addedChunk(edit: ChunkEdit, section: number): PlacedChunk {
  return {
    id: edit.id,
    text: edit.text ?? '',
    headingPath: [],
    section,
    page: edit.page,
    pageTo: edit.page,
    boxes: [],
    originalHash: hashOf(`added ${edit.id}`),
    editId: edit.id,
    isDisabled: edit.isDisabled,
  };
}

/** After the last passage of its page, or at the end. */
function placeAfter(placed: PlacedChunk[], page: number | null): number {
  if (page === null) return placed.length;
  const last = placed.findLastIndex((chunk) => chunk.page !== null && chunk.page <= page);
  return last === -1 ? 0 : last + 1;
}

/** The same passage keeps its id when a document is read anew, wherever it stands: citations hold. */
function chunkId(documentId: string, originalHash: string, nth: number): string {
  const digest = sha256(`${documentId}\0${originalHash}\0${nth}`);
  return Buffer.from(digest, 'hex').subarray(0, 16).toString('base64url');
}
