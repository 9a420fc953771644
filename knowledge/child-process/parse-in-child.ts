import { DocumentError } from '../parsers/document-error';
import type { ParsedDocument } from '../parsers/parsed-document';
import { type AskOptions, askParseProcess } from './ask-parse-process';
import type { ParseRequest } from './parse-messages';
import { withParseProcess } from './parse-process';

export interface ParseOptions extends AskOptions {
  /** Megabytes of heap. A process with a heap of its own size is not shared with other files. */
  heapMb?: number;
}

/**
 * Parses a file in a process of its own: whatever the file does to it, only that process dies. It
 * is killed when no page is done for `timeLimitMs`, or all of them take too long.
 * @throws DocumentError saying why the file cannot be read; the signal's reason when aborted
 */
export async function parseInChild(
  request: ParseRequest,
  { heapMb, ...options }: ParseOptions = {},
): Promise<ParsedDocument> {
  options.signal?.throwIfAborted();
  return withParseProcess(heapMb, async (child) => {
    const result = await askParseProcess(child, { type: 'parse', ...request }, options);
    if (result.type !== 'parsed') throw new DocumentError('internal', { cause: result.type });
    return result.document;
  });
}
