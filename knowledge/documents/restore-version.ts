import { createReadStream } from 'node:fs';
import { requirePermission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { visibilitySchema } from '@/lib/auth/visibility';
import { type DocumentRow, requireDocument } from '@/lib/db/knowledge/documents';
import { storedFilePath } from '@/lib/files/stored-file';
import { requireVersion } from './require-version';
import { uploadDocument } from './upload-document';

/**
 * Hands an earlier version's file in again, as the newest version.
 * @throws AppError `not_found`, `forbidden`
 */
export async function restoreVersion(
  principal: Principal,
  id: string,
  number: number,
): Promise<DocumentRow> {
  requirePermission(principal, 'document:manage');
  const document = await requireDocument(principal, id);
  const version = await requireVersion(id, number);
  await uploadDocument({
    principal,
    stream: createReadStream(storedFilePath(version.id)),
    filename: version.filename,
    visibility: visibilitySchema.parse(document.visibility),
    replaces: id,
  });
  return requireDocument(principal, id);
}
