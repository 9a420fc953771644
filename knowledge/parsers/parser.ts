import type { Element, ParsedDocument } from './parsed-document';

/** Called as pages are done, for progress. */
export type OnPage = (done: number, total: number) => void;

/** What a parser is told beside the bytes. */
export interface ParseContext {
  onPage: OnPage;
  /** Reads a file inside the file, of any format; gives nothing when it cannot be read. */
  parseAttachment: (file: Uint8Array, filename: string) => Promise<Element[]>;
}

/**
 * Reads one format. Every parser is alike: bytes in, elements in reading order out.
 * @throws DocumentError for what is wrong with the file itself; any other error counts as `damaged`.
 */
export type Parser = (
  file: Uint8Array,
  context: ParseContext,
) => Promise<Omit<ParsedDocument, 'format' | 'notes'> & { notes?: ParsedDocument['notes'] }>;
