import { z } from 'zod';
import { toDocumentView } from '@/knowledge/document-view';
import { admitDocument } from '@/knowledge/upload-document';
import { documentPageSize, listDocuments } from '@/lib/db/documents';
import { pageCursorSchema } from '@/lib/db/page-cursor';
import { AppError } from '@/lib/errors';
import { removeStoredFile } from '@/lib/files/stored-file';
import { receiveUpload } from '@/lib/http/receive-upload';
import { route } from '@/lib/http/route';
import { uploadFieldsSchema } from '@/lib/shared/documents';

/** A page of the documents that the caller may read, newest first; `next` leads to the one after. */
export const GET = route(
  {
    permission: 'document:list',
    query: z.object({
      before: pageCursorSchema.optional(),
      limit: z.coerce.number().int().min(1).max(documentPageSize).optional(),
    }),
  },
  async ({ principal, query: { before: cursor, limit } }) => {
    const { rows, next } = await listDocuments(principal, { cursor, limit });
    const documents = rows.map((row) => toDocumentView(row, principal.locale));
    return Response.json({ documents, next });
  },
);

/** Takes a document: multipart `file`, `visibility` and, if wanted, `title`. Answers before it is read. */
export const POST = route({ permission: 'document:manage' }, async ({ request, principal }) => {
  const { file, filename, fields } = await receiveUpload(request);
  const parsed = uploadFieldsSchema.safeParse(fields);
  if (!parsed.success) {
    await removeStoredFile(file.id);
    const [issue] = parsed.error.issues;
    throw new AppError('invalid_request', {
      detail: `${issue?.path.join('.')}: ${issue?.message}`,
    });
  }
  const uploaded = await admitDocument({ principal, file, filename, ...parsed.data });
  return Response.json(uploaded, { status: 202 });
});
