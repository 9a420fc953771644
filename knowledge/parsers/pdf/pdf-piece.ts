import type { HiddenReason } from '../parsed-document';
import { type Rect, transformRect } from './pdf-geometry';

/**
 * A stretch of text that a page draws at one go, without a wide gap. Lengths are in points. Places
 * are measured along the text's own direction, so that turned text is read like any other: `left`
 * and `right` along it, `baseline` across it, upwards.
 */
export interface Piece {
  /** May begin or end with a space, which `left` and `right` leave out. */
  text: string;
  /** How many control characters were taken out of it: a font that is read right has none. */
  controls: number;
  left: number;
  right: number;
  baseline: number;
  /** Font size as it is shown. */
  size: number;
  /** Direction of writing in degrees, counterclockwise; 0 for usual lines. */
  angle: number;
  isBold: boolean;
  /** Number of the marked content of the page that it belongs to; null when to none. */
  mark: number | null;
  /** Why readers do not see it; null for what they see. */
  hidden: HiddenReason | null;
  /** A scanner's software has read it in a picture and put it there. */
  isScanned?: boolean;
}

/** How far letters reach above and below their baseline, in font sizes. */
const ascent = 0.82;
const descent = 0.22;

/** The place of text along its own direction. */
export function textRect({
  left,
  right,
  baseline,
  size,
}: Pick<Piece, 'left' | 'right' | 'baseline' | 'size'>): Rect {
  return { left, right, bottom: baseline - descent * size, top: baseline + ascent * size };
}

/** From places along a text's direction to those of the page. */
export function turnBack(rect: Rect, angle: number): Rect {
  if (angle === 0) return rect;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return transformRect([cos, sin, -sin, cos, 0, 0], rect);
}
