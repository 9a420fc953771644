import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { chartElements } from './chart-elements';
import { cleanLine } from './clean-text';
import { hiddenStyle } from './docx/docx-hidden';
import { prepareDocx } from './docx/docx-source';
import { hiddenText } from './hidden-text';
import { htmlElements } from './html-elements';
import { hiddenReasons } from './parsed-document';
import type { Parser } from './parser';
import { requireUnpackable } from './require-unpackable';
import { diagramElements } from './slides/slide-elements';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...hiddenReasons.map((reason) => `r.${hiddenStyle(reason)} => span[hidden='${reason}']`),
];

/**
 * Reads a Word document: headings, paragraphs, lists and tables, at its end the text of charts and
 * diagrams, and comments. Pictures are left out.
 */
export const parseDocx: Parser = async (file) => {
  requireUnpackable(file);
  const source = prepareDocx(file);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(source.file) },
    {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      styleMap,
    },
  );
  const { document } = parseHTML(`<!doctype html><html><body>${value}</body></html>`);
  const comments = source.comments.flatMap((text) => hiddenText(cleanLine(text), 'comment', null));
  const drawn = source.drawings.flatMap((root) => [
    ...chartElements(root, null),
    ...diagramElements(root, null),
  ]);
  return { pages: null, elements: [...htmlElements(document), ...drawn, ...comments] };
};
