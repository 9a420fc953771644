import { detectFormat } from './detect-format';
import { DocumentError } from './document-error';
import { requireTextLength } from './limits';
import type { Element, ParsedDocument } from './parsed-document';
import type { OnPage } from './parser';
import { parsers } from './registry';

/** A mail in a mail in a mail is read; deeper ones are not. */
const maxDepth = 3;

/**
 * Reads a file of any known format, in this process: for files that may be hostile use
 * `parseInChild`.
 * @param depth how many files this one is inside of
 * @throws DocumentError saying why the file cannot be read
 */
export async function parseDocument(
  file: Uint8Array,
  filename: string,
  { onPage, depth = 0 }: { onPage: OnPage; depth?: number },
): Promise<ParsedDocument> {
  const format = await detectFormat(file, filename);
  const parse = await parsers[format]();
  const parseAttachment = (inner: Uint8Array, name: string) => readInside(inner, name, depth + 1);
  const parsed = await parse(file, { onPage, parseAttachment }).catch((cause: unknown) => {
    throw cause instanceof DocumentError ? cause : new DocumentError('damaged', { cause });
  });
  requireTextLength(parsed.elements);
  if (!parsed.elements.some((element) => element.text.trim() !== '')) {
    throw new DocumentError('no_text');
  }
  return { ...parsed, format, title: parsed.title ?? leadingTitle(parsed.elements) };
}

/** A file inside a file; one that cannot be read has no elements, and the rest is read all the same. */
async function readInside(file: Uint8Array, filename: string, depth: number): Promise<Element[]> {
  if (depth > maxDepth) return [];
  try {
    return (await parseDocument(file, filename, { onPage: () => undefined, depth })).elements;
  } catch (error) {
    if (error instanceof DocumentError) return [];
    throw error;
  }
}

/** A title of the first rank near the beginning names the document. */
function leadingTitle(elements: Element[]): string | undefined {
  return elements.slice(0, 5).find(({ kind, level }) => kind === 'title' && level === 1)?.text;
}
