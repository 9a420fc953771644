import type { GreyPicture } from './grey-picture';

/** A picture whose middle shade is darker than this shows light letters on dark. */
const darkShade = 100;

/** Turns light letters on dark, as screens at night show them, into dark letters on light, in place. */
export function invertDark(picture: GreyPicture): GreyPicture {
  const { pixels } = picture;
  if (middleShade(pixels) >= darkShade) return picture;
  pixels.forEach((shade, at) => {
    pixels[at] = 255 - shade;
  });
  return picture;
}

function middleShade(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  let left = pixels.length / 2;
  return counts.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
}
