import { admitDocument } from '@/knowledge/documents/upload-document';
import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { removeStoredFile } from '@/lib/files/stored-file';
import { receiveUpload } from '@/lib/http/receive-upload';
import { uploadFieldsSchema } from '@/lib/shared/documents';

/**
 * Takes the one file of a form in, as a document or as a new version of one, and answers 202.
 * @param fixed fields that the address names, in the place of the form's
 * @throws AppError `invalid_request`, and what `receiveUpload` and `admitDocument` throw
 */
export async function receiveDocument(
  { request, principal }: { request: Request; principal: Principal },
  fixed: Record<string, string> = {},
): Promise<Response> {
  const { file, filename, fields } = await receiveUpload(request);
  const parsed = uploadFieldsSchema.safeParse({ ...fields, ...fixed });
  if (!parsed.success) {
    await removeStoredFile(file.id);
    const [issue] = parsed.error.issues;
    throw new AppError('invalid_request', {
      detail: `${issue?.path.join('.')}: ${issue?.message}`,
    });
  }
  const uploaded = await admitDocument({ principal, file, filename, ...parsed.data });
  const isDuplicate = uploaded.outcome === 'unchanged';
  return Response.json({ ...uploaded, isDuplicate }, { status: 202 });
}
