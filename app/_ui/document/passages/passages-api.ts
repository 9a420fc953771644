import { z } from 'zod';
import { documentUrl } from '@/app/_ui/knowledge/documents-api';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import {
  type ChunkChanges,
  type ChunkView,
  chunkViewSchema,
  type NewChunkFields,
} from '@/lib/shared/chunks';

const unplacedEditSchema = z.object({
  id: z.string(),
  originalText: z.string(),
  text: z.string().nullable(),
  isDisabled: z.boolean(),
});
/** A person's edit of a passage that the present version does not have. */
export type UnplacedEdit = z.infer<typeof unplacedEditSchema>;

const pageOfChunksSchema = z.object({
  chunks: z.array(chunkViewSchema),
  next: z.number().int().nullable(),
  unplaced: z.array(unplacedEditSchema),
});
export type PageOfChunks = z.infer<typeof pageOfChunksSchema>;

interface Wanted {
  /** Null for those of the whole document. */
  page: number | null;
  /** Position of the first. */
  from: number;
  limit: number;
}

/** Passages in reading order, from a position on. */
export function fetchChunks(documentId: string, wanted: Wanted): Promise<PageOfChunks> {
  const query = new URLSearchParams({ from: String(wanted.from), limit: String(wanted.limit) });
  if (wanted.page !== null) query.set('page', String(wanted.page));
  return requestJson(pageOfChunksSchema, documentUrl(documentId, `/chunks?${query}`));
}

const chunkUrl = (documentId: string, chunkId: string) =>
  documentUrl(documentId, `/chunks/${encodeURIComponent(chunkId)}`);

/** Gives a passage other words, or switches it off or on. */
export function changeChunk(
  documentId: string,
  chunkId: string,
  changes: ChunkChanges,
): Promise<ChunkView> {
  const request = { ...jsonBody(changes), method: 'PATCH' };
  return requestJson(chunkViewSchema, chunkUrl(documentId, chunkId), request);
}

/** Undoes what a person changed about a passage; one that was added goes. */
export async function undoChunk(documentId: string, chunkId: string): Promise<void> {
  await requestJson(z.unknown(), chunkUrl(documentId, chunkId), { method: 'DELETE' });
}

/** Adds a passage that the document does not have. */
export function addChunk(documentId: string, fields: NewChunkFields): Promise<ChunkView> {
  return requestJson(chunkViewSchema, documentUrl(documentId, '/chunks'), jsonBody(fields));
}

/** Drops an edit whose passage is gone. */
export async function discardEdit(documentId: string, editId: string): Promise<void> {
  const url = documentUrl(documentId, `/edits/${encodeURIComponent(editId)}`);
  await requestJson(z.unknown(), url, { method: 'DELETE' });
}
