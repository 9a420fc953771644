import type { ParsedDocument } from './parsed-document';

/** What a parser is told beside the bytes. */
export interface ParseContext {
  /** Called as pages are done, for progress. */
  onPage: (done: number, total: number) => void;
}

/**
 * Reads one format. Every parser is alike: bytes in, elements in reading order out.
 * @throws DocumentError for what is wrong with the file itself; any other error counts as `damaged`.
 */
export type Parser = (
  file: Uint8Array,
  context: ParseContext,
) => Promise<Omit<ParsedDocument, 'format'>>;
