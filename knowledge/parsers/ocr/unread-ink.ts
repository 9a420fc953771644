import type { GreyPicture } from './grey-picture';
import { inkThreshold } from './ink-threshold';
import type { PrintedLine } from './tesseract-worker';

/**
 * Which share of the ink of a picture stands outside of the words that were read, from 0 to 1: much
 * of it where columns of a table were passed over.
 */
export function unreadInk({ pixels, width }: GreyPicture, lines: PrintedLine[]): number {
  const threshold = inkThreshold(pixels);
  const isInk = (at: number) => (pixels[at] ?? 255) <= threshold;
  const isRead = new Uint8Array(pixels.length);
  for (const { bbox } of lines.flatMap((line) => line.words)) {
    for (let y = bbox.y0; y <= bbox.y1; y += 1)
      isRead.fill(1, y * width + bbox.x0, y * width + bbox.x1 + 1);
  }
  let [all, unread] = [0, 0];
  for (let at = 0; at < pixels.length; at += 1) {
    if (!isInk(at)) continue;
    all += 1;
    if (isRead[at] === 0) unread += 1;
  }
  return all === 0 ? 0 : unread / all;
}
