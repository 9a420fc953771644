import { DocumentError } from './document-error';
import type { Element } from './parsed-document';

/** What one document may ask of the desk at most. */
export const limits = {
  /** Pages of a PDF. */
  pages: 5000,
  /** Characters of text. */
  textLength: 20_000_000,
  /** Elements, each of which takes memory however little it says. */
  elements: 300_000,
  /** Bytes that the parts of an Office file may unpack to. */
  unpackedBytes: 300_000_000,
  /** Bytes a single part unpacks to for each packed byte; real ones stay below 50. */
  packingRatio: 150,
  /** Pixels of one picture. */
  picturePixels: 100_000_000,
  /** Columns of a sheet that are read, and times that a cell or row is repeated. */
  sheetColumns: 1000,
  /** Attachments of a mail that are read. */
  attachments: 100,
  /** Time without a page read after which a document counts as hanging, in milliseconds. */
  parseMs: 120_000,
  /** Time for reading one document, in milliseconds: scans take seconds for each page. */
  documentMs: 1_800_000,
  /** Heap of the process that reads it, in megabytes. */
  heapMb: 512,
  /** All memory of that process, in bytes: drawing and reading a page scanned at 600 dpi takes 900 MB. */
  residentBytes: 1_200_000_000,
};

/** @throws DocumentError `too_much_text` */
export function requireElementCount(elements: Element[]): void {
  if (elements.length > limits.elements) throw new DocumentError('too_much_text');
}

/** @throws DocumentError `too_much_text` */
export function requireTextLength(elements: Element[]): void {
  const length = elements.reduce((sum, element) => sum + element.text.length, 0);
  if (length > limits.textLength) throw new DocumentError('too_much_text');
}
