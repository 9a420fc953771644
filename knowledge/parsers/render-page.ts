import { hasPagePictures } from '@/lib/shared/documents';
import { detectFormat } from './detect-format';
import { DocumentError } from './document-error';
import { openPicture, pictureError } from './ocr/grey-picture';
import { openPdf } from './open-pdf';
import { renderPdfPage } from './pdf/pdf-picture';

/** A picture is shown with at most so many pixels on a side. */
const maxSide = 2400;

/**
 * Draws a page of a PDF or picture file as a PNG, in this process: for files that may be hostile
 * use `renderInChild`.
 * @param options `page`: from 1; `dpi`: pixels per inch, for formats whose pages have a size
 * @throws DocumentError `unsupported_type` for formats whose pages are not drawn; or what is wrong
 * with the file or keeps it from having such a page
 */
export async function renderPage(
  file: Uint8Array,
  { page, dpi }: { page: number; dpi: number },
): Promise<Uint8Array> {
  const format = await detectFormat(file, '');
  if (format === 'pdf') return renderPdf(file, page, dpi);
  if (!hasPagePictures(format)) throw new DocumentError('unsupported_type');
  return renderPicture(file, page);
}

async function renderPdf(file: Uint8Array, number: number, dpi: number): Promise<Uint8Array> {
  const pdf = await openPdf(file);
  try {
    return await renderPdfPage(await pdf.getPage(number), { dpi });
  } catch (cause) {
    throw new DocumentError('damaged', { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function renderPicture(file: Uint8Array, page: number): Promise<Uint8Array> {
  try {
    return await openPicture(file, page - 1)
      .autoOrient()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer();
  } catch (cause) {
    throw pictureError(cause);
  }
}
