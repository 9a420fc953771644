import { toDocumentView } from '@/knowledge/document-view';
import { admitDocument } from '@/knowledge/upload-document';
import { listDocuments } from '@/lib/db/documents';
import { AppError } from '@/lib/errors';
import { removeStoredFile } from '@/lib/files/stored-file';
import { receiveUpload } from '@/lib/http/receive-upload';
import { route } from '@/lib/http/route';
import { uploadFieldsSchema } from '@/lib/shared/documents';

/** The documents that the caller may read, newest first. */
export const GET = route({ permission: 'document:list' }, async ({ principal }) => {
  const rows = await listDocuments(principal);
  return Response.json({ documents: rows.map((row) => toDocumentView(row, principal.locale)) });
});

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
