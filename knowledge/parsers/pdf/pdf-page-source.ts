import { intersect, sizeOf } from './pdf-geometry';
import type { PageContent } from './pdf-page-content';
import { isUnusable } from './pdf-unusable-text';

/** Why a page has to be read as a picture, as the notes of the reading call it. */
export type PictureReason = 'text_layer_unusable' | 'pages_by_ocr';

/** A picture that covers this share of its page is a scan or a photograph of a page. */
const scanShare = 0.6;
/** Beside such a picture, text of fewer characters is a stamp or a page number. */
const littleText = 120;

/** Whether a page has to be read as a picture: its text is broken, or it shows text as a picture. */
export function pictureReason(content: PageContent): PictureReason | null {
  const visible = content.pieces.filter(({ hidden }) => hidden === null);
  const text = visible.map((piece) => piece.text).join(' ');
  const controls = visible.reduce((sum, piece) => sum + piece.controls, 0);
  const length = text.replace(/\s/g, '').length;
  if (length + controls > 0 && isUnusable(text, controls)) return 'text_layer_unusable';
  if (length === 0) return content.hasDrawings ? 'pages_by_ocr' : null;
  if (visible.some(({ isScanned }) => isScanned)) return null;
  return length < littleText && pictureShare(content) >= scanShare ? 'pages_by_ocr' : null;
}

/** The share of the page that its pictures cover; strips of a scan add up. */
function pictureShare({ pictures, width, height }: PageContent): number {
  const page = { left: 0, bottom: 0, right: width, top: height };
  const covered = pictures.reduce((sum, picture) => sum + sizeOf(intersect(picture, page)), 0);
  return covered / sizeOf(page);
}
