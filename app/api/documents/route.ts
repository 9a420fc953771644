import { z } from 'zod';
import { toDocumentView } from '@/knowledge/documents/document-view';
import { documentPageSize, listDocuments } from '@/lib/db/knowledge/list-documents';
import { pageCursorSchema } from '@/lib/db/page-cursor';
import { route } from '@/lib/http/route';
import { documentFilterSchema } from '@/lib/shared/documents';
import { receiveDocument } from './receive-document';

/**
 * A page of the documents that the caller may read, newest first, those only that fit the filter;
 * `next` leads to the page after.
 */
export const GET = route(
  {
    permission: 'document:list',
    query: documentFilterSchema.extend({
      before: pageCursorSchema.optional(),
      limit: z.coerce.number().int().min(1).max(documentPageSize).optional(),
    }),
  },
  async ({ principal, query: { before: cursor, limit, ...filter } }) => {
    const { rows, next } = await listDocuments(principal, { cursor, limit, filter });
    const documents = rows.map((row) => toDocumentView(row, principal.locale));
    return Response.json({ documents, next });
  },
);

/**
 * Takes a document: multipart `file`, `visibility` and, if wanted, `title` and `replaces`, the id
 * of the document that it is a new version of. Answers before it is read.
 */
export const POST = route({ permission: 'document:manage' }, receiveDocument);
