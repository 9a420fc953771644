import { isSameColour, white } from '../colours';
import { covers, type Rect, sizeOf } from './pdf-geometry';
import type { Paint } from './pdf-graphics-state';

/** Something painted that text may stand on. */
interface Layer {
  area: Rect;
  /** null for pictures, patterns and shadings, whose colours are not known. */
  paint: Paint;
  /** Whether it covers all of its area with its colour, so that nothing below shows through. */
  isSolid: boolean;
}

/** Areas smaller than this, in square points, are strokes and dots rather than backgrounds. */
const leastArea = 20;
/** A background deeper down than this many areas is not looked for. */
const depth = 400;

/** What a page painted so far, to tell which colours a text may stand on. */
export class Backdrop {
  readonly #layers: Layer[] = [];

  add(area: Rect, paint: Paint, isSolid: boolean): void {
    if (sizeOf(area) >= leastArea) this.#layers.push({ area, paint, isSolid });
  }

  /** Whether text of this colour cannot be told from whatever may be behind it. */
  swallows(paint: Paint, x: number, y: number): boolean {
    if (paint === null) return false;
    const layers = this.#layers;
    for (let at = layers.length - 1; at >= Math.max(0, layers.length - depth); at -= 1) {
      const layer = layers[at];
      if (!layer || !covers(layer.area, x, y)) continue;
      if (layer.paint === null || !isSameColour(layer.paint, paint)) return false;
      if (layer.isSolid) return true;
    }
    return isSameColour(white, paint);
  }
}
