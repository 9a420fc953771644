import { decodeText } from './decode-text';
import type { Parser } from './parser';
import { textElements } from './text-elements';

/** Reads plain text. */
export const parseTxt: Parser = async (file) => ({
  pages: null,
  elements: textElements(decodeText(file)),
});
