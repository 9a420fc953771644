import { z } from 'zod';
import { RequestError, requestJson } from '@/app/_ui/request-json';
import {
  type DocumentChanges,
  type DocumentView,
  documentViewSchema,
} from '@/lib/shared/documents';

const listSchema = z.object({
  documents: z.array(documentViewSchema),
  next: z.string().nullable(),
});

const urlOf = (id: string) => `/api/documents/${encodeURIComponent(id)}`;

/** Every document that the reader may see, newest first, however many pages that takes. */
export async function fetchDocuments(): Promise<DocumentView[]> {
  const found: DocumentView[] = [];
  let query = '';
  do {
    const { documents, next } = await requestJson(listSchema, `/api/documents${query}`);
    found.push(...documents);
    query = next === null ? '' : `?before=${encodeURIComponent(next)}`;
  } while (query !== '');
  return found;
}

/** One document as it stands; null when it is gone, or no longer the reader's to see. */
export async function fetchDocument(id: string): Promise<DocumentView | null> {
  try {
    return await requestJson(documentViewSchema, urlOf(id));
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

/** Changes who may see a document, or its title. */
export async function changeDocument(id: string, changes: DocumentChanges): Promise<void> {
  await requestJson(z.unknown(), urlOf(id), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(changes),
  });
}

/** Removes a document and all that was made of it. */
export async function deleteDocument(id: string): Promise<void> {
  await requestJson(z.unknown(), urlOf(id), { method: 'DELETE' });
}
