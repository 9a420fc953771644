import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { AppError } from '@/lib/errors';
import { safeFilename } from '@/lib/files/safe-filename';
import {
  maxFileBytes,
  removeStoredFile,
  type StoredFile,
  storeFile,
  tooLarge,
} from '@/lib/files/stored-file';
import { newId } from '@/lib/ids';

/** A file that came in a form, and the form's other fields. */
export interface Upload {
  file: StoredFile;
  filename: string;
  fields: Record<string, string>;
}

/** What a form may hold beside its file, in bytes. */
const formOverhead = 100_000;

/**
 * Takes the one file of a multipart form straight to disk. Whoever calls it owns the stored file
 * and removes it when it is not wanted.
 * @throws AppError `too_large` before reading when the length is announced, else at the first byte
 * too many; `file_missing`; `upload_broken` when the form ends early or is none
 */
export async function receiveUpload(request: Request): Promise<Upload> {
  if (Number(request.headers.get('content-length') ?? 0) > maxFileBytes() + formOverhead) {
    throw tooLarge();
  }
  if (!request.body) throw new AppError('file_missing');
  const form = openForm(request.headers.get('content-type'));
  const fields: Record<string, string> = {};
  let filename = '';
  let storing: Promise<StoredFile> | undefined;
  form.on('field', (name, value) => {
    if (value.includes('\0')) form.destroy(new Error('NUL character in a field'));
    else fields[name] = value;
  });
  form.on('file', (_name, content, info) => {
    filename = safeFilename(info.filename ?? '');
    storing = storeFile(newId(), content);
    // A fault ends the form; the same fault is thrown below, where `storing` is awaited.
    storing.catch((error: Error) => form.destroy(error));
  });
  const fault = await feed(request.body, form);
  const file = await storing?.catch((error: unknown) => {
    throw error instanceof AppError ? error : broken(error);
  });
  if (fault && file) await removeStoredFile(file.id);
  if (fault) throw broken(fault);
  if (!file) throw new AppError('file_missing');
  return { file, filename, fields };
}

function openForm(contentType: string | null): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': contentType ?? '' },
      // File names are UTF-8 in every browser of today; busboy's default is Latin-1.
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 10_000 },
    });
  } catch (cause) {
    throw new AppError('file_missing', {}, { cause });
  }
}

/**
 * Feeds the body to the form until the form has ended or failed; resolves to the fault. What is
 * left of the body then stays unread: the server discards it while the answer is on its way.
 */
async function feed(
  body: ReadableStream<Uint8Array>,
  form: busboy.Busboy,
): Promise<Error | undefined> {
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  const { promise, resolve } = Promise.withResolvers<Error | undefined>();
  form.once('close', () => resolve(undefined));
  form.once('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))));
  source.once('error', (error) => {
    form.destroy(error);
    resolve(error);
  });
  source.pipe(form);
  return promise.finally(() => source.unpipe(form));
}

function broken(cause: unknown): AppError {
  return new AppError('upload_broken', {}, { cause });
}
