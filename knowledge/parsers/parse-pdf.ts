import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { limits } from './limits';
import { openPdf } from './open-pdf';
import type { Parser } from './parser';
import { type PdfPage, pdfElements } from './pdf-elements';
import type { Layers } from './pdf-graphics-state';
import { hiddenElements } from './pdf-hidden-elements';
import { readPageContent } from './pdf-page-content';
import { pageLines } from './pdf-page-lines';
import { readTags } from './pdf-structure';
import { taggedLines } from './pdf-tagged-lines';

/** Reads what a PDF says, page by page. */
export const parsePdf: Parser = async (file, { onPage }) => {
  const pdf = await openPdf(file, { hasPictures: false });
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError('too_many_pages');
    const layers = await pdf.getOptionalContentConfig();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number, layers));
      onPage(number, pdf.numPages);
    }
    return { title: await readTitle(pdf), pages: pdf.numPages, elements: pdfElements(pages) };
  } finally {
    await pdf.loadingTask.destroy();
  }
};

async function readPage(pdf: PDFDocumentProxy, number: number, layers: Layers): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const content = await readPageContent(page, layers);
  const tags = readTags(await page.getStructTree());
  page.cleanup();
  const lines = (tags && taggedLines(tags, content)) ?? pageLines(content);
  const { width, height } = content;
  return { number, width, height, lines, read: [], hidden: hiddenElements(content) };
}

/** The title in the file's properties, unless it is only the name of a file. */
async function readTitle(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? cleanLine(info.Title) : '';
  return title === '' || /\.\w{2,4}$|^\W*(untitled|anonymous|microsoft word)/i.test(title)
    ? undefined
    : title;
}
