import type { PrintedLine } from './tesseract-worker';

/** How the print of a picture looks, as far as one must know before reading it. */
export interface PrintLook {
  /** Height of a usual line, in pixels. */
  height: number;
  /** Degrees, clockwise, by which the lines of an otherwise upright page are tilted. */
  skew: number;
  /** Whether the lines run up or down the picture. */
  isOnSide: boolean;
}

/** Lines at least this many times as long as high tell by how much a page is tilted. */
const longLine = 4;

/** How print looks by its lines; null when there are none. */
export function printLook(lines: PrintedLine[]): PrintLook | null {
  if (lines.length === 0) return null;
  const sizes = lines.map(({ bbox }) => ({
    width: bbox.x1 - bbox.x0,
    height: bbox.y1 - bbox.y0,
  }));
  const onSide = sizes.filter(({ width, height }) => height > 2 * width);
  const isOnSide = onSide.length > lines.length / 2;
  const height = median(sizes.map((size) => Math.min(size.width, size.height)));
  const long = lines.filter(({ bbox }) => bbox.x1 - bbox.x0 > longLine * height);
  const skew = isOnSide || long.length === 0 ? 0 : median(long.map(tilt));
  return { height, skew, isOnSide };
}

function tilt({ baseline: { x0, y0, x1, y1 } }: PrintedLine): number {
  return (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
}

/** The middle value; NaN of none. */
function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
