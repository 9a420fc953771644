import { cleanLine } from './clean-text';
import type { Parser } from './parser';
import { RtfReader } from './rtf/rtf-reader';
import { rtfTokens } from './rtf/rtf-tokens';

/**
 * Reads Rich Text Format: titles by outline level or style, paragraphs, lists and tables, in any
 * of its encodings. Hidden text, pictures and running heads are left out.
 */
export const parseRtf: Parser = async (file) => {
  const reader = new RtfReader();
  for (const token of rtfTokens(Buffer.from(file).toString('latin1'))) reader.read(token);
  reader.end();
  return {
    title: cleanLine(reader.title) || undefined,
    pages: null,
    elements: reader.page.elements,
  };
};
