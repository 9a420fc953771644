import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { htmlElements } from './html-elements';
import type { Parser } from './parser';
import { requireUnpackable } from './require-unpackable';

/** Reads a Word document: headings, paragraphs, lists and tables. Pictures are left out. */
export const parseDocx: Parser = async (file) => {
  requireUnpackable(file);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(file) },
    {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
    },
  );
  const { document } = parseHTML(`<!doctype html><html><body>${value}</body></html>`);
  return { pages: null, elements: htmlElements(document) };
};
