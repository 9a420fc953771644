import type { ParseNote } from '@/lib/shared/ingestion-log';
import { detectFormat } from './detect-format';
import { DocumentError } from './document-error';
import { cutHidden, isVisible } from './hidden-text';
import { leadingTitle } from './leading-title';
import { requireElementCount, requireTextLength } from './limits';
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
  const notes: ParseNote[] = [];
  const parseAttachment = (inner: Uint8Array, name: string) =>
    readInside(inner, name, depth + 1, notes);
  const parsed = await parse(file, { onPage, parseAttachment }).catch((cause: unknown) => {
    throw cause instanceof DocumentError ? cause : new DocumentError('damaged', { cause });
  });
  requireElementCount(parsed.elements);
  const visible = parsed.elements.filter(isVisible);
  requireTextLength(visible);
  if (!visible.some(({ text }) => text.trim() !== '')) throw new DocumentError('no_text');
  return {
    ...parsed,
    format,
    title: parsed.title ?? leadingTitle(visible),
    elements: cutHidden(parsed.elements),
    notes: [...(parsed.notes ?? []), ...notes, ...hiddenNote(parsed.elements)],
  };
}

/**
 * A file inside a file; one that cannot be read has no elements but a note, and the rest is read
 * all the same. What it hides counts in the note of the file around it.
 */
async function readInside(
  file: Uint8Array,
  filename: string,
  depth: number,
  notes: ParseNote[],
): Promise<Element[]> {
  try {
    if (depth > maxDepth) throw new DocumentError('unsupported_type');
    const inner = await parseDocument(file, filename, { onPage: () => undefined, depth });
    notes.push(...inner.notes.filter(({ code }) => code !== 'hidden_text'));
    return inner.elements;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    notes.push({ code: 'attachment_unread', values: { name: filename, reason: error.failure } });
    return [];
  }
}

function hiddenNote(elements: Element[]): ParseNote[] {
  const count = elements.filter((element) => !isVisible(element)).length;
  return count === 0 ? [] : [{ code: 'hidden_text', values: { count } }];
}
