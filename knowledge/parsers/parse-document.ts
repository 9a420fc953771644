import { detectFormat } from './detect-format';
import { DocumentError } from './document-error';
import { requireTextLength } from './limits';
import type { Element, ParsedDocument } from './parsed-document';
import type { ParseContext } from './parser';
import { parsers } from './registry';

/**
 * Reads a file of any known format, in this process: for files that may be hostile use
 * `parseInChild`.
 * @throws DocumentError saying why the file cannot be read
 */
export async function parseDocument(
  file: Uint8Array,
  filename: string,
  context: ParseContext,
): Promise<ParsedDocument> {
  const format = await detectFormat(file, filename);
  const parse = await parsers[format]();
  const parsed = await parse(file, context).catch((cause: unknown) => {
    throw cause instanceof DocumentError ? cause : new DocumentError('damaged', { cause });
  });
  requireTextLength(parsed.elements);
  if (!parsed.elements.some((element) => element.text.trim() !== '')) {
    throw new DocumentError('no_text');
  }
  return { ...parsed, format, title: parsed.title ?? leadingTitle(parsed.elements) };
}

/** A title of the first rank near the beginning names the document. */
function leadingTitle(elements: Element[]): string | undefined {
  return elements.slice(0, 5).find(({ kind, level }) => kind === 'title' && level === 1)?.text;
}
