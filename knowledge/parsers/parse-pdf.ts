import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ParseNote } from '@/lib/shared/ingestion-log';
import { cleanLine } from './clean-text';
import { DocumentError } from './document-error';
import { limits } from './limits';
import { openPdf } from './open-pdf';
import { pageRanges } from './page-ranges';
import type { Element } from './parsed-document';
import type { Parser } from './parser';
import { type PdfPage, pdfElements } from './pdf/pdf-elements';
import type { Layers } from './pdf/pdf-graphics-state';
import { hiddenElements } from './pdf/pdf-hidden-elements';
import { lineText } from './pdf/pdf-lines';
import { PdfOcr } from './pdf/pdf-ocr';
import { readPageContent } from './pdf/pdf-page-content';
import { pageLines } from './pdf/pdf-page-lines';
import { type PictureReason, pictureReason } from './pdf/pdf-page-source';
import { readTags } from './pdf/pdf-structure';
import { taggedLines } from './pdf/pdf-tagged-lines';

/** Reads what a PDF says, page by page: from its text, or from its picture where that says more. */
export const parsePdf: Parser = async (file, { onPage }) => {
  const pdf = await openPdf(file, { hasPictures: false });
  const ocr = new PdfOcr(file);
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError('too_many_pages');
    const layers = await pdf.getOptionalContentConfig();
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      pages.push(await readPage({ pdf, layers, ocr }, number));
      onPage(number, pdf.numPages);
    }
    return {
      title: await readTitle(pdf),
      pages: pdf.numPages,
      elements: pdfElements(pages),
      notes: pictureNotes(pages),
    };
  } finally {
    await ocr.close();
    await pdf.loadingTask.destroy();
  }
};

interface Source {
  pdf: PDFDocumentProxy;
  layers: Layers;
  ocr: PdfOcr;
}

interface ReadPage extends PdfPage {
  /** Why it was read as a picture; null for a page of text. */
  reason: PictureReason | null;
}

async function readPage({ pdf, layers, ocr }: Source, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const content = await readPageContent(page, layers);
  const tags = readTags(await page.getStructTree());
  page.cleanup();
  const { width, height } = content;
  const hidden = hiddenElements(content);
  const place = { number, width, height, hidden };
  const lines = (tags && taggedLines(tags, content)) ?? pageLines(content);
  const reason = pictureReason(content);
  const read = reason === null ? [] : await ocr.read(number);
  const isRead = reason === 'text_layer_unusable' || lengthOf(read) > lineLength(lines);
  return isRead
    ? { ...place, lines: [], read, reason }
    : { ...place, lines, read: [], reason: null };
}

function lengthOf(elements: Element[]): number {
  return elements.reduce((sum, { text }) => sum + text.length, 0);
}

function lineLength(lines: PdfPage['lines']): number {
  return lines.reduce((sum, line) => sum + lineText(line).length, 0);
}

function pictureNotes(pages: ReadPage[]): ParseNote[] {
  return (['text_layer_unusable', 'pages_by_ocr'] as const).flatMap((code) => {
    const numbers = pages.filter(({ reason }) => reason === code).map(({ number }) => number);
    return numbers.length === 0 ? [] : [{ code, values: { pages: pageRanges(numbers) } }];
  });
}

/** The title in the file's properties, unless it is only the name of a file. */
async function readTitle(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? cleanLine(info.Title) : '';
  return title === '' || /\.\w{2,4}$|^\W*(untitled|anonymous|microsoft word)/i.test(title)
    ? undefined
    : title;
}
