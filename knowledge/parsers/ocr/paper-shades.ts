import type { GreyPicture } from './grey-picture';

/** A picture has about so many tiles along its shorter side: larger than letters, smaller than shadows. */
const tilesAcross = 32;
const leastTile = 16;

/** The shade of the paper at every place of a picture. */
export interface PaperShades {
  /** For one row of pixels: the shade by column. */
  row: (y: number) => (x: number) => number;
}

/**
 * Finds the shade of the paper: the middle one of each tile, for print covers less than half of it,
 * and between the middles of tiles what lies between their shades.
 */
export function paperShades(picture: GreyPicture): PaperShades {
  const { width, height } = picture;
  const size = Math.max(leastTile, Math.round(Math.min(width, height) / tilesAcross));
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  const middles = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      middleShade(picture, column * size, row * size, size),
    ),
  );
  const shades = middles.map((row, y) => row.map((_, x) => calm(middles, x, y)));
  const between = (length: number, at: number): [number, number, number] => {
    const place = Math.min(length - 1, Math.max(0, (at + 0.5) / size - 0.5));
    const first = Math.floor(place);
    return [first, Math.min(length - 1, first + 1), place - first];
  };
  const acrosses = Array.from({ length: width }, (_, x) => between(columns, x));
  return {
    row: (y) => {
      const [above, below, down] = between(rows, y);
      const mixed = shades[above]?.map(
        (shade, x) => shade * (1 - down) + (shades[below]?.[x] ?? shade) * down,
      );
      return (x) => {
        const [left, right, across] = acrosses[x] ?? [0, 0, 0];
        return (mixed?.[left] ?? 0) * (1 - across) + (mixed?.[right] ?? 0) * across;
      };
    },
  };
}

function middleShade(
  { pixels, width, height }: GreyPicture,
  left: number,
  top: number,
  size: number,
): number {
  const counts = new Uint32Array(256);
  const [right, bottom] = [Math.min(width, left + size), Math.min(height, top + size)];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const shade = pixels[y * width + x] ?? 0;
      counts[shade] = (counts[shade] ?? 0) + 1;
    }
  }
  let remaining = ((right - left) * (bottom - top)) / 2;
  return counts.findIndex((count) => {
    remaining -= count;
    return remaining <= 0;
  });
}

/** The middle of a tile and its neighbours: one full of ink says nothing of its paper. */
function calm(tiles: number[][], x: number, y: number): number {
  const near = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((across) => tiles[y + down]?.[x + across] ?? []),
  );
  return near.sort((a, b) => a - b)[Math.floor(near.length / 2)] ?? 255;
}
