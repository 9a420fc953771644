import type { GreyPicture } from './grey-picture';
import { paperShades } from './paper-shades';

/** Up to this shade paper is dark and its print light; from the other one on it is the usual way round. */
const darkPaper = 90;
const lightPaper = 170;
/** Print differs from its paper by at least so many shades; less is taken for dirt, not for faint print. */
const leastContrast = 30;
/** Pixels that differ more from their paper than others: of the darkest print on a page with little of it. */
const printShare = 0.004;

/**
 * The picture as if it were printed in black on white, whatever its paper: without shadows, faint
 * print at full strength, light letters on dark turned round, each part of the picture by itself.
 */
export function evenLight({ pixels, width, height }: GreyPicture): GreyPicture {
  const paper = paperShades({ pixels, width, height });
  const ink = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const row = paper.row(y);
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      ink[at] = inkOn(row(x), pixels[at] ?? 0);
    }
  }
  const strength = 255 / Math.max(leastContrast, printContrast(ink));
  return { pixels: ink.map((shade) => 255 - Math.min(255, shade * strength)), width, height };
}

/** How much darker a pixel is than its paper, or lighter than dark paper. */
function inkOn(paper: number, shade: number): number {
  if (paper >= lightPaper) return Math.max(0, paper - shade);
  if (paper <= darkPaper) return Math.max(0, shade - paper);
  return Math.abs(paper - shade);
}

function printContrast(ink: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const shade of ink) counts[shade] = (counts[shade] ?? 0) + 1;
  let left = ink.length * printShare;
  return counts.findLastIndex((count) => {
    left -= count;
    return left <= 0;
  });
}
