import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../open-pdf';
import type { Element } from '../parsed-document';
import { renderPdfPage } from './pdf-picture';

/** Letters of usual size are then as high as the reading of pictures needs them. */
const dpi = 200;

/** Reads pages of a PDF as pictures of text. */
export class PdfOcr {
  #pdf: Promise<PDFDocumentProxy> | undefined;

  readonly file: Uint8Array;

  constructor(file: Uint8Array) {
    this.file = file;
  }

  /** What the picture of a page says; nothing where no text is to be seen. */
  async read(number: number): Promise<Element[]> {
    // A second time, for the document that text is read of leaves its pictures out.
    this.#pdf ??= openPdf(this.file);
    const page = await (await this.#pdf).getPage(number);
    const picture = await renderPdfPage(page, { dpi });
    page.cleanup();
    const { readPicture } = await import('../ocr/read-picture');
    const { elements } = await readPicture(picture, { page: number });
    return elements;
  }

  async close(): Promise<void> {
    await (await this.#pdf)?.loadingTask.destroy();
  }
}
