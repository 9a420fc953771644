import type { GreyPicture } from './grey-picture';
import { inkThreshold } from './ink-threshold';

/** Ink is looked at in squares of so many pixels on a side. */
const square = 4;
/** A square is solid when this share of it is ink. */
const solidShare = 0.9;
/** Solids are at least this wide and high, in heights of print: no stroke of a letter is. */
const leastSize = 0.75;

/**
 * Takes what is solid out of a picture, in place: edges of the paper, shadows of its folds, logos.
 * Beside them the reader of print takes what stands in a line for columns, and leaves some out.
 * @param height of usual print, in pixels
 */
export function eraseSolids({ pixels, width, height: rows }: GreyPicture, height: number): void {
  const threshold = inkThreshold(pixels);
  const columns = Math.floor(width / square);
  const isSolid = Array.from({ length: Math.floor(rows / square) }, (_, y) =>
    Array.from({ length: columns }, (__, x) => share(pixels, width, x, y, threshold) >= solidShare),
  );
  const size = Math.max(2, Math.round((height * leastSize) / square));
  const found = solidPlaces(isSolid, size);
  for (const [x, y] of found) whiten(pixels, width, x, y);
}

function share(pixels: Uint8Array, width: number, x: number, y: number, threshold: number): number {
  let ink = 0;
  for (let row = y * square; row < (y + 1) * square; row += 1) {
    for (let at = row * width + x * square, left = square; left > 0; at += 1, left -= 1) {
      if ((pixels[at] ?? 255) <= threshold) ink += 1;
    }
  }
  return ink / square ** 2;
}

/** Squares in and right beside any block of this size that is solid all over. */
function solidPlaces(isSolid: boolean[][], size: number): [number, number][] {
  const marked = isSolid.map((row) => row.map(() => false));
  const sides = isSolid.map((row) => row.map(() => 0));
  isSolid.forEach((row, y) => {
    row.forEach((solid, x) => {
      if (!solid) return;
      // The largest solid block that ends here: one more than the least of those that end beside it.
      const beside = [sides[y - 1]?.[x], sides[y]?.[x - 1], sides[y - 1]?.[x - 1]];
      const side = Math.min(...beside.map((value) => value ?? 0)) + 1;
      (sides[y] ?? [])[x] = side;
      if (side >= size) markBlock(marked, x, y, size);
    });
  });
  return marked.flatMap((row, y) =>
    row.flatMap((mark, x): [number, number][] => (mark ? [[x, y]] : [])),
  );
}

function markBlock(marked: boolean[][], right: number, bottom: number, side: number): void {
  for (let y = bottom - side; y <= bottom + 1; y += 1) {
    const row = marked[y];
    if (row) row.fill(true, Math.max(0, right - side), Math.min(row.length, right + 2));
  }
}

function whiten(pixels: Uint8Array, width: number, x: number, y: number): void {
  for (let row = y * square; row < (y + 1) * square; row += 1) {
    pixels.fill(255, row * width + x * square, row * width + (x + 1) * square);
  }
}
