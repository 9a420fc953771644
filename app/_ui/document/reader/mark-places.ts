import type { PageArea } from '@/lib/shared/chunks';

type Area = Pick<PageArea, 'x' | 'y' | 'width' | 'height'>;

/** A rectangle as CSS wants it: per cent of what it stands in. */
export interface Place {
  left: string;
  top: string;
  width: string;
  height: string;
}

/** Where a mark stands on its page, and its lines inside of the mark. */
export interface MarkPlaces {
  outer: Place;
  lines: Place[];
}

/** Places the lines of a text inside of the smallest rectangle around them; null without lines. */
export function markPlaces(areas: Area[]): MarkPlaces | null {
  if (areas.length === 0) return null;
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const width = Math.max(...areas.map((area) => area.x + area.width)) - x;
  const height = Math.max(...areas.map((area) => area.y + area.height)) - y;
  const page = { x: 0, y: 0, width: 1, height: 1 };
  const outer = { x, y, width, height };
  return { outer: placeIn(outer, page), lines: areas.map((area) => placeIn(area, outer)) };
}

function placeIn(area: Area, frame: Area): Place {
  const percent = (part: number, whole: number) => `${whole > 0 ? (part / whole) * 100 : 0}%`;
  return {
    left: percent(area.x - frame.x, frame.width),
    top: percent(area.y - frame.y, frame.height),
    width: percent(area.width, frame.width),
    height: percent(area.height, frame.height),
  };
}
