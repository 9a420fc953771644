import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities, type Visibility } from '@/lib/auth/visibility';
import { db, type Transaction } from '@/lib/db/client';
import { createDocument, findSameDocument } from '@/lib/db/documents';
import { AppError } from '@/lib/errors';
import { safeFilename } from '@/lib/files/safe-filename';
import { removeStoredFile, type StoredFile, storeFile } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { enqueueIngestion } from './enqueue-ingestion';

interface Upload {
  /** Who uploads; null for the command line and the seed, which may do everything. */
  principal: Principal | null;
  filename: string;
  /** Taken from the document when absent. */
  title?: string;
  visibility: Visibility;
}

export interface Uploaded {
  id: string;
  /** The same content for the same readers was here already: `id` is that document. */
  isDuplicate: boolean;
}

/**
 * Takes a document in and asks for its ingestion.
 * @throws AppError `too_large`, `forbidden` for a team the uploader does not belong to
 */
export async function uploadDocument(
  upload: Upload & ({ stream: Readable } | { path: string }),
): Promise<Uploaded> {
  requireMayPublish(upload.principal, upload.visibility);
  const stream = 'stream' in upload ? upload.stream : createReadStream(upload.path);
  return admitDocument({ ...upload, file: await storeFile(newId(), stream) });
}

/** As `uploadDocument`, for a file that is stored already; it is removed when it is not admitted. */
export async function admitDocument(upload: Upload & { file: StoredFile }): Promise<Uploaded> {
  try {
    requireMayPublish(upload.principal, upload.visibility);
    const uploaded = await db().transaction((tx) => admit(tx, upload));
    if (uploaded.isDuplicate) await removeStoredFile(upload.file.id);
    return uploaded;
  } catch (error) {
    await removeStoredFile(upload.file.id);
    throw error;
  }
}

async function admit(tx: Transaction, upload: Upload & { file: StoredFile }): Promise<Uploaded> {
  const { file, principal, visibility } = upload;
  const same = await findSameDocument(tx, file.sha256, visibility);
  if (same) {
    // Whoever sends a refused file again wants another try.
    if (same.status === 'failed') await enqueueIngestion(tx, same.id);
    return { id: same.id, isDuplicate: true };
  }
  const filename = safeFilename(upload.filename);
  await createDocument(tx, {
    id: file.id,
    title: upload.title?.trim() || titleOfFile(filename),
    filename,
    bytes: file.bytes,
    sha256: file.sha256,
    visibility,
    status: 'queued',
    uploadedBy: principal?.id ?? null,
  });
  await enqueueIngestion(tx, file.id);
  return { id: file.id, isDuplicate: false };
}

/** What a document is called until it tells its own title. */
export function titleOfFile(filename: string): string {
  return path.parse(filename).name || filename;
}

/** Staff publish to everyone, to staff and to their own teams; admins to every team. */
export function requireMayPublish(principal: Principal | null, visibility: Visibility): void {
  if (!principal || principal.roles.includes('admin')) return;
  const isReadable = readableVisibilities(principal).includes(visibility);
  if (!isReadable || !can(principal, 'document:manage')) throw new AppError('forbidden');
}
