import { DocumentError } from '../parsers/document-error';
import { type AskOptions, askParseProcess } from './ask-parse-process';
import type { RenderRequest } from './parse-messages';
import { withParseProcess } from './parse-process';

/**
 * Draws a page of a PDF or picture file as a PNG, in a process of its own, with the same limits as
 * for reading it.
 * @throws DocumentError saying why there is no such picture; the signal's reason when aborted
 */
export async function renderInChild(
  request: RenderRequest,
  options: AskOptions = {},
): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  return withParseProcess(undefined, async (child) => {
    const result = await askParseProcess(child, { type: 'render-page', ...request }, options);
    if (result.type !== 'rendered') throw new DocumentError('internal', { cause: result.type });
    return result.picture;
  });
}
