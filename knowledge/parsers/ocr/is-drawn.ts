import type { GreyPicture } from './grey-picture';

/** Pictures that were drawn have few shades: so many of them make up at least this share. */
const fewShades = 4;
const drawnShare = 0.75;
/** Their darkest and lightest shades are this far apart, but for this share of all pixels. */
const leastContrast = 128;
const outliers = 0.001;

/** Whether a picture was drawn by a computer, such as what a screen shows, rather than taken. */
export function isDrawn({ pixels }: GreyPicture): boolean {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  const few = pixels.length * outliers;
  const darkest = counts.findIndex((count) => count > few);
  const lightest = counts.findLastIndex((count) => count > few);
  const most = counts.toSorted().slice(-fewShades);
  const share = most.reduce((sum, count) => sum + count, 0) / pixels.length;
  return share >= drawnShare && lightest - darkest >= leastContrast;
}
