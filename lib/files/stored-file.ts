import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { systemCode } from '@/lib/system-code';

/** A file in the desk's own folder. Its name there is its id; the name people gave it is elsewhere. */
export interface StoredFile {
  id: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** Largest file taken, in bytes. */
export function maxFileBytes(): number {
  return env().MAX_UPLOAD_MB * 1_000_000;
}

/** @throws AppError `too_large`: more than MAX_UPLOAD_MB */
export function tooLarge(): AppError {
  return new AppError('too_large', { limitMb: env().MAX_UPLOAD_MB });
}

/** Where the file with this id lies. */
export function storedFilePath(id: string): string {
  return path.join(folder(), id);
}

/**
 * Streams a file to disk, counting and hashing on the way; it appears under its id only when it is
 * complete. What was written of a refused or broken stream is removed.
 * @throws AppError `too_large` as soon as one byte too many has come; `disk_full`
 */
export async function storeFile(id: string, content: Readable): Promise<StoredFile> {
  await mkdir(folder(), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      hash.update(part);
      done(bytes > maxFileBytes() ? tooLarge() : null, part);
    },
  });
  const partial = `${storedFilePath(id)}.part`;
  try {
    await pipeline(content, measure, createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, storedFilePath(id));
  } catch (error) {
    await rm(partial, { force: true });
    throw isDiskFull(error) ? new AppError('disk_full', {}, { cause: error }) : error;
  }
  return { id, bytes, sha256: hash.digest('hex') };
}

/** Whether there is a file with this id. @throws Error when the disk does not tell */
export async function hasStoredFile(id: string): Promise<boolean> {
  try {
    await stat(storedFilePath(id));
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Removes a stored file; one that is gone already is no error. */
export async function removeStoredFile(id: string): Promise<void> {
  await rm(storedFilePath(id), { force: true });
}

/** Ids of files that were stored, or were to be, more than `ageMs` ago. */
export async function listStoredFiles(ageMs: number): Promise<string[]> {
  await mkdir(folder(), { recursive: true });
  const before = Date.now() - ageMs;
  const ids: string[] = [];
  for (const name of await readdir(folder())) {
    const { mtimeMs } = await stat(path.join(folder(), name));
    if (mtimeMs < before) ids.push(name);
  }
  return ids;
}

function isDiskFull(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT)$/.test(systemCode(error));
}

function folder(): string {
  return path.resolve(env().FRONTDESK_DATA_DIR, 'files');
}
