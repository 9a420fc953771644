import type { GreyPicture } from './grey-picture';
import { inkThreshold } from './ink-threshold';

/** Drawn lines are at least this long and at most this thick, in heights of print. */
const minLength = 3;
const maxThickness = 0.25;
/** Of a drawn line at least this share has nothing but paper on both of its sides. */
const leastBare = 0.6;
/** Beside a line the scan leaves a grey fringe this wide, in pixels. */
const fringe = 2;

const onLevelLine = 1;
const onUprightLine = 2;
const erased = 4;

/**
 * Takes the drawn lines of tables and forms out of a picture, in place: they run into letters, and
 * a box that is drawn around a cell hides what stands in it from the reader of print. What crosses
 * or touches a line stays.
 * @param height of usual print, in pixels
 */
export function eraseRules(picture: GreyPicture, height: number): void {
  const { pixels, width, height: rows } = picture;
  const threshold = inkThreshold(pixels);
  const marks = new Uint8Array(pixels.length);
  const size = {
    length: Math.round(height * minLength),
    thickness: Math.max(4, Math.round(height * maxThickness)),
  };
  const level = { along: 1, across: width, lines: rows, length: width, mark: onLevelLine };
  const upright = { along: width, across: 1, lines: width, length: rows, mark: onUprightLine };
  for (const direction of [level, upright]) {
    const scan = new RuleScan(pixels, marks, threshold, direction, size);
    for (let line = 0; line < direction.lines; line += 1) scan.markLine(line);
  }
  whiten(picture, marks, threshold);
}

/** How to walk over the picture: steps from pixel to pixel along lines and from line to line. */
interface Direction {
  along: number;
  across: number;
  lines: number;
  length: number;
  mark: number;
}

/** Finds drawn lines of one direction. */
class RuleScan {
  readonly pixels: Uint8Array;
  readonly marks: Uint8Array;
  readonly threshold: number;
  readonly direction: Direction;
  readonly size: { length: number; thickness: number };

  constructor(
    pixels: Uint8Array,
    marks: Uint8Array,
    threshold: number,
    direction: Direction,
    size: { length: number; thickness: number },
  ) {
    this.pixels = pixels;
    this.marks = marks;
    this.threshold = threshold;
    this.direction = direction;
    this.size = size;
  }

  markLine(line: number): void {
    const { along, across, length } = this.direction;
    let run = 0;
    for (let at = 0; at <= length; at += 1) {
      const isInk = at < length && this.#isInk(line * across + at * along);
      if (isInk) run += 1;
      else {
        if (run >= this.size.length) this.#markRun(line, at - run, at);
        run = 0;
      }
    }
  }

  #markRun(line: number, from: number, to: number): void {
    const thin: [number, number, number][] = [];
    for (let at = from; at < to; at += 1) {
      const [first, last] = this.#extent(line, at);
      if (last - first < this.size.thickness) thin.push([at, first, last]);
    }
    if (thin.length < leastBare * (to - from)) return;
    const { along, across, mark } = this.direction;
    for (let at = from; at < to; at += 1) this.#add(line * across + at * along, mark);
    for (const [at, first, last] of thin) {
      for (let row = first; row <= last; row += 1)
        this.#add(row * across + at * along, mark | erased);
    }
  }

  #add(at: number, mark: number): void {
    this.marks[at] = (this.marks[at] ?? 0) | mark;
  }

  /** The first and last line that the ink at this place reaches without a gap, as far as it matters. */
  #extent(line: number, at: number): [number, number] {
    const { along, across, lines } = this.direction;
    const limit = this.size.thickness;
    let [first, last] = [line, line];
    while (first > 0 && line - first <= limit && this.#isInk((first - 1) * across + at * along))
      first -= 1;
    while (
      last < lines - 1 &&
      last - line <= limit &&
      this.#isInk((last + 1) * across + at * along)
    )
      last += 1;
    return [first, last];
  }

  #isInk(at: number): boolean {
    return (this.pixels[at] ?? 255) <= this.threshold;
  }
}

/** Where two lines cross each hides that the other one is thin: what is on both goes as well. */
function isErased(mark: number): boolean {
  return (mark & erased) !== 0 || mark === (onLevelLine | onUprightLine);
}

function whiten(picture: GreyPicture, marks: Uint8Array, threshold: number): void {
  const { pixels, width } = picture;
  const paper = usualPaper(pixels, threshold);
  marks.forEach((mark, place) => {
    if (!isErased(mark)) return;
    for (const near of around(picture, place % width, Math.floor(place / width))) {
      const shade = pixels[near] ?? 0;
      // Ink of a line that stays between what goes is the middle of a crossing.
      const isLine = marks[near] !== 0;
      if (isLine || shade > threshold) pixels[near] = Math.max(paper, shade);
    }
  });
}

/** The places of a pixel and its fringe. */
function* around({ width, height }: GreyPicture, x: number, y: number): Generator<number> {
  const [left, right] = [Math.max(0, x - fringe), Math.min(width - 1, x + fringe)];
  const [top, bottom] = [Math.max(0, y - fringe), Math.min(height - 1, y + fringe)];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) yield row * width + column;
  }
}

/** The most frequent shade that is no ink. */
function usualPaper(pixels: Uint8Array, threshold: number): number {
  const counts = new Uint32Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  return counts.reduce(
    (best, count, shade) => (shade > threshold && count > (counts[best] ?? 0) ? shade : best),
    255,
  );
}
