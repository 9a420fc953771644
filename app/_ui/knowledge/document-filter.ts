import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';
import { type DocumentFilter, documentFilterSchema } from '@/lib/shared/documents';

/** Documents that a page of the list holds. */
export const documentsPerPage = 50;

// What does not fit, an empty choice included, is as if it were not there.
const addressSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  status: documentFilterSchema.shape.status.catch(undefined),
  visibility: visibilitySchema.optional().catch(undefined),
  source: z.string().min(1).max(200).optional().catch(undefined),
});

/** Reads which documents are to be shown from the address of the page. */
export function readDocumentFilter(query: unknown): DocumentFilter {
  return addressSchema.parse(query);
}

/** The same filter as it stands in an address; empty for all documents. */
export function filterQuery({ q, status, visibility, source }: DocumentFilter): string {
  const chosen = Object.entries({ q, status, visibility, source });
  return new URLSearchParams(
    chosen.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}
