import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { limits } from './limits';
import { openPdf } from './open-pdf';
import type { Parser } from './parser';
import { pdfElements } from './pdf-elements';
import { type Line, pageLines } from './pdf-lines';

/** Reads the text that a PDF holds, page by page. Pages that are pictures give none. */
export const parsePdf: Parser = async (file, { onPage }) => {
  const pdf = await openPdf(file);
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError('too_many_pages');
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage(pdf, number));
      onPage(number, pdf.numPages);
    }
    return { title: await readTitle(pdf), pages: pdf.numPages, elements: pdfElements(pages) };
  } finally {
    await pdf.loadingTask.destroy();
  }
};

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return pageLines(
    items.filter((item) => 'str' in item),
    number,
  );
}

/** The title in the file's properties, unless it is only the name of a file. */
async function readTitle(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? cleanLine(info.Title) : '';
  return title === '' || /\.\w{2,4}$|^\W*(untitled|anonymous|microsoft word)/i.test(title)
    ? undefined
    : title;
}
