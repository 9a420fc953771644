import { black, type Colour } from '../colours';
import type { Matrix, Rect } from './pdf-geometry';

/** Of a font, what placing its glyphs takes. */
export interface PdfFont {
  isVertical: boolean;
  isBold: boolean;
  /** Width of the text space in which one unit of a glyph's width is this long. */
  unit: number;
}

/** What `pdf.getOptionalContentConfig()` gives: which layers of the document are switched on. */
export interface Layers {
  isVisible: (group: unknown) => boolean;
}

/** A colour; null for a pattern, of which nothing is known. */
export type Paint = Colour | null;

/** What holds at one place of a page's instructions. Saved and restored as a whole. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Rect;
  fill: Paint;
  stroke: Paint;
  alpha: number;
  isBlended: boolean;
  font: PdfFont | null;
  fontSize: number;
  /** -1 where the font size is negative. */
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is the font's own width. */
  stretch: number;
  leading: number;
  rise: number;
  /** Text rendering mode of the PDF standard: 3 is invisible. */
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** @param matrix from the page's own coordinates to those in which it is shown */
export function initialState(matrix: Matrix, clip: Rect): GraphicsState {
  return {
    matrix,
    clip,
    fill: black,
    stroke: black,
    alpha: 1,
    isBlended: false,
    font: null,
    fontSize: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** Goes to the beginning of a line, this far from that of the last one. */
export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}
