import { z } from 'zod';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';
import { type DeletionView, deletionViewSchema } from '@/lib/shared/deletions';
import {
  type DocumentChanges,
  type DocumentCounts,
  type DocumentFilter,
  type DocumentView,
  documentCountsSchema,
  documentViewSchema,
} from '@/lib/shared/documents';
import { documentsPerPage, filterQuery } from './document-filter';

const pageSchema = z.object({
  documents: z.array(documentViewSchema),
  next: z.string().nullable(),
});
/** A page of the list; `next` leads to the one after. */
export type DocumentPage = z.infer<typeof pageSchema>;

/** The address of a document's API, or of a part of it. */
export function documentUrl(id: string, part = ''): string {
  return `/api/documents/${encodeURIComponent(id)}${part}`;
}

/** A page of the documents that the reader may see and the filter lets through, newest first. */
export function fetchDocuments(filter: DocumentFilter, before?: string): Promise<DocumentPage> {
  const query = new URLSearchParams(filterQuery(filter));
  query.set('limit', String(documentsPerPage));
  if (before) query.set('before', before);
  return requestJson(pageSchema, `/api/documents?${query}`);
}

/** How many documents the reader may see, by their state. */
export function fetchCounts(): Promise<DocumentCounts> {
  return requestJson(documentCountsSchema, '/api/documents/counts');
}

/** One document as it stands; null when it is gone, or no longer the reader's to see. */
export async function fetchDocument(id: string): Promise<DocumentView | null> {
  try {
    return await requestJson(documentViewSchema, documentUrl(id));
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

/** Changes who may see a document, or its title. */
export async function changeDocument(id: string, changes: DocumentChanges): Promise<void> {
  await requestJson(z.unknown(), documentUrl(id), { ...jsonBody(changes), method: 'PATCH' });
}

/** Removes a document and all that was made of it; tells what there was before and after. */
export function deleteDocument(id: string): Promise<DeletionView> {
  return requestJson(deletionViewSchema, documentUrl(id), { method: 'DELETE' });
}

/** Stops the reading of a document's newest version. */
export function cancelReading(id: string): Promise<DocumentView> {
  return requestJson(documentViewSchema, documentUrl(id, '/cancel'), { method: 'POST' });
}

/** Has a document's newest version read again. */
export function retryReading(id: string): Promise<DocumentView> {
  return requestJson(documentViewSchema, documentUrl(id, '/retry'), { method: 'POST' });
}

/** Has every failed document read again; resolves to how many there are. */
export async function retryAllFailed(): Promise<number> {
  const schema = z.object({ count: z.number().int() });
  const { count } = await requestJson(schema, '/api/documents/retry', { method: 'POST' });
  return count;
}
