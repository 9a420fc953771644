import type { HiddenReason } from '../parsed-document';
import type { Backdrop } from './pdf-backdrop';
import { covers, intersect, type Rect, sizeOf } from './pdf-geometry';
import type { GraphicsState } from './pdf-graphics-state';
import { type Piece, textRect, turnBack } from './pdf-piece';

/** Letters below this size, in points, are not read by anyone. */
const leastSize = 1;
/** Opacity below which nothing is seen. */
export const leastAlpha = 0.03;
/** Text rendering modes of the PDF standard. */
const strokeMode = 1;
const fillAndStrokeMode = 2;
const invisibleMode = 3;
/** A picture that covers this share of the page may be a scan, with its text under it. */
const scanShare = 0.25;
/** So may pictures that cover this share together: strips of a scan. */
const stripsShare = 0.6;

/** Why nobody sees a piece of text that is drawn in this state; null when it can be seen. */
export function hiddenReason(
  piece: Piece,
  state: GraphicsState,
  page: Rect,
  backdrop: Backdrop,
): HiddenReason | null {
  const { mode, alpha, fill, stroke, clip } = state;
  if (piece.size < leastSize) return 'tiny';
  const place = turnBack(textRect(piece), piece.angle);
  if (isOutside(place, page)) return 'off-page';
  if (mode === invisibleMode || alpha < leastAlpha || isOutside(place, clip)) return 'invisible';
  const x = (place.left + place.right) / 2;
  const y = (place.bottom + place.top) / 2;
  const paints =
    mode === strokeMode ? [stroke] : mode === fillAndStrokeMode ? [fill, stroke] : [fill];
  return paints.every((paint) => backdrop.swallows(paint, x, y)) ? 'background-colour' : null;
}

function isOutside(one: Rect, other: Rect): boolean {
  return (
    one.right <= other.left ||
    one.left >= other.right ||
    one.top <= other.bottom ||
    one.bottom >= other.top
  );
}

/**
 * Text that a scanner's software has read in a picture is drawn invisibly over that picture. It says
 * what the picture shows, so it counts as seen.
 */
export function showTextOfScans(
  pieces: Piece[],
  pictures: Rect[],
  { width, height }: { width: number; height: number },
): Piece[] {
  const page = { left: 0, bottom: 0, right: width, top: height };
  const share = (rect: Rect) => sizeOf(intersect(rect, page)) / sizeOf(page);
  const whole = pictures.reduce((sum, picture) => sum + share(picture), 0);
  const scans = pictures.filter((picture) => whole >= stripsShare || share(picture) >= scanShare);
  return pieces.map((piece) => {
    if (piece.hidden !== 'invisible') return piece;
    const { left, right, bottom, top } = turnBack(textRect(piece), piece.angle);
    const isOver = scans.some((scan) => covers(scan, (left + right) / 2, (bottom + top) / 2));
    return isOver ? { ...piece, hidden: null, isScanned: true } : piece;
  });
}
