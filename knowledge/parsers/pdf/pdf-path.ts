import { type Matrix, type Rect, transform, transformRect } from './pdf-geometry';

/** How pdf.js writes a path: a number for what follows, and its coordinates. */
const moveTo = 0;
const lineTo = 1;
const coordinates = [2, 2, 6, 4, 0];

/** Longer paths are drawings, not lines of tables. */
const maxLength = 6000;
/** Lines that are this little off the straight, in points, still are level or upright. */
const slack = 0.7;
/** A filled area this narrow, in points, is a line. */
const maxLineWidth = 3;
/** Shorter lines, in points, set no cells apart. */
const minLineLength = 6;

/** A drawn path, in the coordinates in which the page is shown. */
export interface PdfPath {
  bounds: Rect;
  /** Its level and upright lines. */
  rules: Rect[];
  isRectangle: boolean;
}

/** @param minMax what pdf.js says of the path's extent: left, bottom, right, top */
export function readPath(matrix: Matrix, path: ArrayLike<number>, minMax: ArrayLike<number>) {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(minMax);
  const bounds = transformRect(matrix, { left, bottom, right, top });
  const lines = path.length > maxLength ? null : straightLines(matrix, path);
  if (!lines) return { bounds, rules: [], isRectangle: false };
  const level = lines.filter((line) => isLevel(line) || isUpright(line));
  const isRectangle = level.length === lines.length && lines.length >= 3 && lines.length <= 5;
  return { bounds, rules: level.filter(isLong), isRectangle } satisfies PdfPath;
}

/** The line that a filled area is when it is narrow, else nothing. */
export function thinRule(bounds: Rect): Rect[] {
  return (isLevel(bounds, maxLineWidth) || isUpright(bounds, maxLineWidth)) && isLong(bounds)
    ? [bounds]
    : [];
}

export function isLevel({ bottom, top }: Rect, width = slack): boolean {
  return top - bottom <= width;
}

export function isUpright({ left, right }: Rect, width = slack): boolean {
  return right - left <= width;
}

function isLong({ left, bottom, right, top }: Rect): boolean {
  return Math.max(right - left, top - bottom) >= minLineLength;
}

/** The lines of a path; null when it has curves. A closed path is taken to end where it began. */
function straightLines(matrix: Matrix, path: ArrayLike<number>): Rect[] | null {
  const lines: Rect[] = [];
  let start: [number, number] = [0, 0];
  let last = start;
  const draw = (to: [number, number]) => {
    const [left, right] = last[0] < to[0] ? [last[0], to[0]] : [to[0], last[0]];
    const [bottom, top] = last[1] < to[1] ? [last[1], to[1]] : [to[1], last[1]];
    if (right > left || top > bottom) lines.push({ left, bottom, right, top });
    last = to;
  };
  for (let at = 0; at < path.length; at += 1 + (coordinates[path[at] ?? 0] ?? 0)) {
    const step = path[at];
    const point = transform(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0);
    if (step === moveTo) [start, last] = [point, point];
    else if (step === lineTo) draw(point);
    else if (step === coordinates.length - 1) draw(start);
    else return null;
  }
  return lines;
}
