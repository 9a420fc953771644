import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/types/src/pdf';

/** A longer side than this, in pixels, is never drawn, however large the page says it is. */
const maxSide = 4000;
/** Points, the unit of a page's size, in an inch. */
const pointsPerInch = 72;

/**
 * Draws a page as a PNG on white, turned and cropped as the page is shown. A page that would be
 * over 4000 pixels wide or high at this resolution is drawn smaller.
 * @param options `dpi`: pixels per inch
 */
export async function renderPdfPage(
  page: PDFPageProxy,
  { dpi }: { dpi: number },
): Promise<Uint8Array> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dpi / pointsPerInch, maxSide / Math.max(width, height, 1));
  const viewport = page.getViewport({ scale });
  const pixels = (length: number) => Math.max(1, Math.round(length));
  const canvas = createCanvas(pixels(viewport.width), pixels(viewport.height));
  // The library asks for the browser's canvas; this one does all that it uses of it.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  page.cleanup();
  return canvas.encode('png');
}
