import { readFile as readBytes } from 'node:fs/promises';
import { findSettings } from '@/lib/db/settings';
import { log } from '@/lib/log';
import type { DocumentFailure } from '@/lib/shared/documents';
import { type ParseOptions, parseInChild } from './child-process/parse-in-child';
import { detectFormat } from './parsers/detect-format';
import { DocumentError } from './parsers/document-error';
import type { ParsedDocument } from './parsers/parsed-document';
import { readByUnstructured } from './unstructured/read-by-unstructured';
import { ReaderUnavailableError } from './unstructured/reader-unavailable-error';
import { isTakenByService, toSentFile } from './unstructured/sent-file';
import { configuredServer } from './unstructured/unstructured-server';

/** What the service says of a file that our own readers may still be able to read. */
const refusals: DocumentFailure[] = ['service_refused', 'password_protected'];

interface StoredFile {
  path: string;
  /** The name it was uploaded with; a hint among text formats. */
  filename: string;
}

/**
 * Reads a stored file: by the Unstructured service where one is configured and takes the format,
 * else by the desk's own readers in a process of their own. What happens while the service is
 * down, or when it refuses the file, is the setting `unstructuredFallback`.
 * @throws DocumentError saying why the file cannot be read; ReaderUnavailableError when the
 * service is down and that must not be helped locally: try again later, and end as `service_down`;
 * the signal's reason when aborted
 */
export async function readFile(
  request: StoredFile,
  options: ParseOptions = {},
  server = configuredServer(),
): Promise<ParsedDocument> {
  if (!server) return parseInChild(request, options);
  const content = await readBytes(request.path);
  // Safe in this process: it looks at a few bytes, and at a few parts of a zip file, with limits.
  const format = await detectFormat(content, request.filename);
  if (!isTakenByService(format)) return parseInChild(request, options);
  const file = toSentFile(content, request.filename, format);
  try {
    return await readByUnstructured(file, format, { server, signal: options.signal });
  } catch (error) {
    const reason = reasonToReadHere(error);
    if (!reason || (await findSettings()).unstructuredFallback === 'fail') throw error;
    log().info({ event: 'reader-fallback', reason });
    const document = await parseInChild(request, options);
    const note = { code: 'unstructured_down' as const, values: { reason } };
    return { ...document, notes: [...document.notes, note] };
  }
}

/** Why the service did not do it; undefined when it did and found nothing, and for other faults. */
function reasonToReadHere(error: unknown): string | undefined {
  if (error instanceof ReaderUnavailableError) return error.reason;
  const isRefusal = error instanceof DocumentError && refusals.includes(error.failure);
  return isRefusal ? 'refused' : undefined;
}
