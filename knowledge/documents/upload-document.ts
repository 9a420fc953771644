import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { can } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities, type Visibility } from '@/lib/auth/visibility';
import { db, type Transaction } from '@/lib/db/client';
import { createVersion, lockVersion } from '@/lib/db/knowledge/document-versions';
import {
  createDocument,
  type DocumentRow,
  findDocument,
  findDocumentOfSource,
  findSameDocument,
  lockDocument,
  requireDocument,
  updateDocument,
} from '@/lib/db/knowledge/documents';
import { logIngestion } from '@/lib/db/knowledge/ingestion-log';
import { AppError } from '@/lib/errors';
import { safeFilename } from '@/lib/files/safe-filename';
import { removeStoredFile, type StoredFile, storeFile } from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';
import { enqueueVersion } from '../ingest/enqueue-version';
import { titleOfFile } from './title-of-file';

interface Upload {
  /** Who uploads; null for the command line, sources and the seed, which may do everything. */
  principal: Principal | null;
  filename: string;
  /** Taken from the document when absent. */
  title?: string;
  visibility: Visibility;
  /** The document that this is a new version of; its readers stay. */
  replaces?: string;
  /**
   * Where the file comes from and what it is called there: what came under this key before is
   * replaced. The command line names paths, without a source.
   */
  source?: { id: string | null; key: string };
}

export interface Uploaded {
  id: string;
  versionId: string;
  /** `unchanged`: the same content for the same readers was here already, as `id`. */
  outcome: 'created' | 'new-version' | 'unchanged';
}

/**
 * Takes a document, or a new version of one, in and asks for its ingestion.
 * @throws AppError `too_large`; `disk_full`; `file_changed` when it changed while it was copied;
 * `forbidden` for a team the uploader does not belong to; `not_found` for what it shall replace
 */
export async function uploadDocument(
  upload: Upload & ({ stream: Readable } | { path: string }),
): Promise<Uploaded> {
  requireMayPublish(upload.principal, upload.visibility);
  const file =
    'stream' in upload ? await storeFile(newId(), upload.stream) : await copyFile(upload.path);
  return admitDocument({ ...upload, file });
}

/** As `uploadDocument`, for a file that is stored already; it is removed when it is not admitted. */
export async function admitDocument(upload: Upload & { file: StoredFile }): Promise<Uploaded> {
  try {
    requireMayPublish(upload.principal, upload.visibility);
    const uploaded = await db().transaction((tx) => admit(tx, upload));
    if (uploaded.outcome === 'unchanged') await removeStoredFile(upload.file.id);
    return uploaded;
  } catch (error) {
    await removeStoredFile(upload.file.id);
    throw error;
  }
}

/** A file that changes while it is copied would be stored half old, half new. */
async function copyFile(path: string): Promise<StoredFile> {
  const before = await stat(path);
  const file = await storeFile(newId(), createReadStream(path));
  const after = await stat(path);
  if (before.mtimeMs === after.mtimeMs && after.size === file.bytes) return file;
  await removeStoredFile(file.id);
  throw new AppError('file_changed');
}

type Admission = Upload & { file: StoredFile };

async function admit(tx: Transaction, upload: Admission): Promise<Uploaded> {
  const same = await findSameDocument(tx, upload.file.sha256, upload.visibility);
  const replaced = await findReplaced(tx, upload);
  if (replaced) return replace(tx, replaced, upload);
  // What a source calls otherwise is another document to it, even with the same content.
  const isTaken = same !== null && !upload.source?.id;
  // One that is being deleted at this moment is not there for whoever sends its content.
  if (isTaken && (await lockDocument(tx, same.id))) return takeUpAgain(tx, same);
  const { file, principal, visibility, source } = upload;
  const filename = safeFilename(upload.filename);
  const title = upload.title?.trim();
  const documentId = newId();
  await createDocument(tx, {
    id: documentId,
    title: title || titleOfFile(filename),
    isTitleGiven: Boolean(title),
    visibility,
    sourceId: source?.id ?? null,
    sourceKey: source?.key ?? null,
    uploadedBy: principal?.id ?? null,
  });
  await addVersion(tx, documentId, upload);
  return { id: documentId, versionId: file.id, outcome: 'created' };
}

async function findReplaced(tx: Transaction, upload: Admission): Promise<DocumentRow | null> {
  const { principal, replaces, source } = upload;
  if (replaces) return requireReplaced(tx, principal, replaces);
  return source ? findDocumentOfSource(tx, source.id, source.key) : null;
}

/** In the transaction: a second connection could be one that only the end of others sets free. */
async function requireReplaced(
  tx: Transaction,
  principal: Principal | null,
  id: string,
): Promise<DocumentRow> {
  if (principal) return requireDocument(principal, id, tx);
  const document = await findDocument(id, tx);
  if (!document) throw new AppError('not_found');
  return document;
}

async function replace(tx: Transaction, { id }: DocumentRow, upload: Admission): Promise<Uploaded> {
  // Two new versions at once: the second sees the first, and who may read the document now.
  await lockDocument(tx, id);
  const document = await requireReplaced(tx, upload.principal, id);
  const title = upload.title?.trim();
  if (title) await updateDocument(tx, id, { title, isTitleGiven: true });
  if (document.latest.sha256 === upload.file.sha256) return takeUpAgain(tx, document);
  await addVersion(tx, id, upload);
  return { id, versionId: upload.file.id, outcome: 'new-version' };
}

async function addVersion(tx: Transaction, documentId: string, upload: Admission): Promise<void> {
  const { id, bytes, sha256 } = upload.file;
  const filename = safeFilename(upload.filename);
  const uploadedBy = upload.principal?.id ?? null;
  await createVersion(tx, { id, documentId, filename, bytes, sha256, uploadedBy });
  await logIngestion(tx, id, { code: 'stored', values: { filename, bytes } });
  await enqueueVersion(tx, id);
}

/** The same bytes again: nothing is done, but whoever sends a refused file again wants another try. */
async function takeUpAgain(tx: Transaction, { id, latest }: DocumentRow): Promise<Uploaded> {
  const version = await lockVersion(tx, latest.id);
  if (version?.status === 'failed') {
    await logIngestion(tx, latest.id, { code: 'retried' });
    await enqueueVersion(tx, latest.id);
  }
  return { id, versionId: latest.id, outcome: 'unchanged' };
}

/** Staff publish to everyone, to staff and to their own teams; admins to every team. */
export function requireMayPublish(principal: Principal | null, visibility: Visibility): void {
  if (!principal || principal.roles.includes('admin')) return;
  const isReadable = readableVisibilities(principal).includes(visibility);
  if (!isReadable || !can(principal, 'document:manage')) throw new AppError('forbidden');
}
