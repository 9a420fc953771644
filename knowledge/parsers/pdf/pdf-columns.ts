import type { Rect } from './pdf-geometry';
import type { Segment } from './pdf-lines';

/** A gap between columns is at least this wide, in points and in font sizes. */
const minGutter = 5;
const minGutterSizes = 0.7;
/** Segments side by side are columns of text, not of a table, when they are this long on average. */
const proseLength = 20;
/** Drawn column by column they need less to be taken for columns. */
const drawnProseLength = 8;
/** Lines of running text fill their column this far, in the middle. */
const proseFill = 0.65;
const minLines = 4;
const minDrawnLines = 2;
/** Columns end level with each other when their last lines are at most this many font sizes apart. */
const levelEnds = 3;
/** What stands below columns is this far from them, in font sizes, between the letters. */
const minBreak = 0.7;
/** Or is set in letters that differ by this share. */
const otherSize = 0.12;
/** On pages with more lines than this columns are not looked for: it would take too long. */
const maxRows = 400;

type Row = Segment[];

interface Strip {
  left: number;
  right: number;
}

interface Band {
  from: number;
  to: number;
  gutter: Strip;
}

/** Lines that are read from the top down, and where the longest of their column end. */
export interface Column {
  rows: Row[];
  right: number;
}

/**
 * Puts lines that run across the columns of a page into the order of reading: what stands over the
 * columns, the left column, the right one, what stands below. Tables stay as they are.
 * @param rows from the top down
 * @param rules level lines that are drawn; one that crosses a gap makes a table of it
 */
export function orderColumns(rows: Row[], rules: Rect[], right = rightEnd(rows)): Column[] {
  if (rows.length === 0) return [];
  const band = rows.length > maxRows ? null : findBand(rows, rules);
  if (!band) return [{ rows, right }];
  const [one, other] = split(rows.slice(band.from, band.to + 1), band.gutter);
  return [
    ...orderColumns(rows.slice(0, band.from), rules, right),
    ...orderColumns(one, rules),
    ...orderColumns(other, rules),
    ...orderColumns(rows.slice(band.to + 1), rules, right),
  ];
}

function rightEnd(rows: Row[]): number {
  return Math.max(...rows.flat().map(({ right }) => right));
}

function split(rows: Row[], gutter: Strip): [Row[], Row[]] {
  const isLeft = ({ right }: Segment) => right <= gutter.left + 0.5;
  return [
    rows.map((row) => row.filter(isLeft)).filter((row) => row.length > 0),
    rows.map((row) => row.filter((segment) => !isLeft(segment))).filter((row) => row.length > 0),
  ];
}

/** The tallest stretch of rows with columns of text on both sides of a gap; of equals the widest gap. */
function findBand(rows: Row[], rules: Rect[]): Band | null {
  let best: Band | null = null;
  for (let from = 0; from < rows.length; from += 1) {
    if (best && rows.length - from <= best.to - best.from) break;
    const found = growBand(rows, from, rules, best ? best.to - best.from : 0);
    if (found && (!best || found.to - found.from > best.to - best.from)) best = found;
  }
  return best;
}

/** The tallest band from a row on that is taller than `least` rows. */
function growBand(rows: Row[], from: number, rules: Rect[], least: number): Band | null {
  let strips: Strip[] = [{ left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }];
  let found: Band | null = null;
  const open: { to: number; strips: Strip[] }[] = [];
  for (let to = from; to < rows.length && strips.length > 0; to += 1) {
    strips = cut(strips, rows[to] ?? []);
    // Only where a gap ends is there something to decide; until then the band can grow.
    if (strips.length >= (open.at(-1)?.strips.length ?? 0)) open.pop();
    open.push({ to, strips });
  }
  for (const { to, strips: left } of open.reverse()) {
    if (to - from <= least || found) break;
    const band = rows.slice(from, to + 1);
    const gutter = left
      .filter((strip) => isGutter(band, strip, rules))
      .sort((a, b) => b.right - b.left - (a.right - a.left))[0];
    if (gutter) found = { from, to: endTogether(rows, { from, to, gutter }), gutter };
  }
  return found;
}

/**
 * Where columns end level with each other, what stands below them, apart, belongs to neither, even
 * if it is narrow.
 */
function endTogether(rows: Row[], { from, to, gutter }: Band): number {
  const band = rows.slice(from, to + 1);
  const lastLeft = band.findLastIndex((row) => row.some(({ right }) => right <= gutter.left + 0.5));
  const lastRight = band.findLastIndex((row) => row.some(({ left }) => left >= gutter.right - 0.5));
  const last = Math.min(lastLeft, lastRight) + from;
  for (let at = last; at < to; at += 1) {
    const [row, next] = [rows[at]?.[0], rows[at + 1]?.[0]];
    if (!row || !next) break;
    const fall = (rows[last]?.[0]?.baseline ?? 0) - row.baseline;
    if (fall > levelEnds * row.size) break;
    const isApart = row.place.bottom - next.place.top > minBreak * row.size;
    const isOtherSize = Math.abs(next.size - row.size) > otherSize * row.size;
    if (isApart || isOtherSize || next.lines) return at;
  }
  return to;
}

/** What a row leaves free of the strips that the rows above left free. */
function cut(strips: Strip[], row: Row): Strip[] {
  const least = Math.max(minGutter, minGutterSizes * Math.min(...row.map(({ size }) => size)));
  return row
    .reduce(
      (free, { left, right }) =>
        free.flatMap((strip) =>
          right <= strip.left || left >= strip.right
            ? [strip]
            : [
                { left: strip.left, right: Math.min(strip.right, left) },
                { left: Math.max(strip.left, right), right: strip.right },
              ],
        ),
      strips,
    )
    .filter(({ left, right }) => right - left >= least);
}

function isGutter(rows: Row[], gutter: Strip, rules: Rect[]): boolean {
  if (!Number.isFinite(gutter.left) || !Number.isFinite(gutter.right)) return false;
  const [left, right] = split(rows, gutter);
  const fewest = Math.min(left.length, right.length);
  if (fewest < minDrawnLines || !startsTogether(left, right)) return false;
  const least = Math.min(averageLength(left), averageLength(right));
  if (least < drawnProseLength || crosses(rules, rows, gutter)) return false;
  const isDrawnInTurn = isBefore(left, right) || isBefore(right, left);
  if (isDrawnInTurn && !isAligned(rows, gutter)) return true;
  return fewest >= minLines && isProse(left) && isProse(right);
}

/** Whether one side is drawn before the other, but for the odd segment. */
function isBefore(first: Row[], second: Row[]): boolean {
  const begin = second.flat().reduce((least, { order }) => Math.min(least, order), Infinity);
  const orders = first.flat().map(({ order }) => order);
  return orders.filter((order) => order < begin).length >= 0.9 * orders.length;
}

/** Columns begin at about the same height; else the band reaches into what stands above them. */
function startsTogether(left: Row[], right: Row[]): boolean {
  const [one, other] = [left[0]?.[0], right[0]?.[0]];
  if (!one || !other) return false;
  return Math.abs(one.baseline - other.baseline) <= 6 * Math.max(one.size, other.size);
}

function crosses(rules: Rect[], rows: Row[], gutter: Strip): boolean {
  const top = rows[0]?.[0]?.baseline ?? 0;
  const bottom = rows.at(-1)?.[0]?.baseline ?? 0;
  return rules.some(
    (rule) =>
      rule.left < gutter.left &&
      rule.right > gutter.right &&
      rule.top < top &&
      rule.bottom > bottom + 2,
  );
}

/** Whether nearly all lines of the sides stand level with each other, with little in each. */
function isAligned(rows: Row[], gutter: Strip): boolean {
  const both = rows.filter(
    (row) =>
      row.some(({ right }) => right <= gutter.left + 0.5) &&
      row.some(({ left }) => left >= gutter.right - 0.5),
  );
  return both.length >= 0.8 * rows.length && averageLength(rows) < proseLength;
}

function averageLength(rows: Row[]): number {
  const segments = rows.flat();
  return segments.reduce((sum, { text }) => sum + textWeight(text), 0) / segments.length;
}

/** Chinese says in one character what takes two or three letters. */
function textWeight(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

function isProse(rows: Row[]): boolean {
  const segments = rows.flat();
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const fills = rows
    .map((row) => row.reduce((sum, cell) => sum + cell.right - cell.left, 0) / (right - left))
    .sort((a, b) => a - b);
  const middle = fills[Math.floor(fills.length / 2)] ?? 0;
  return averageLength(rows) >= proseLength && middle >= proseFill;
}
