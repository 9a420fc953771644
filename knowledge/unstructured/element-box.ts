import type { Box } from '../parsers/parsed-document';
import type { Coordinates } from './partitioned-element';

/** Counted from the top; all other systems of the service count from the bottom. */
const fromTop = 'PixelSpace';

/** Where an element stands on its page, as fractions of the page from the left top corner. */
export function elementBox(coordinates: Coordinates | null | undefined, at = 0): Box | undefined {
  if (!coordinates) return undefined;
  const { points, system, layout_width, layout_height } = coordinates;
  const [left, right] = range(points.map(([x]) => x / layout_width));
  const heights = points.map(([, y]) => y / layout_height);
  const [top, bottom] = range(system === fromTop ? heights : heights.map((y) => 1 - y));
  return { at, x: left, y: top, width: right - left, height: bottom - top };
}

/** The least and the greatest; what lies beyond the page is cut off. */
function range(values: number[]): [number, number] {
  const inside = values.map((value) => Math.min(1, Math.max(0, value)));
  return [Math.min(...inside), Math.max(...inside)];
}
