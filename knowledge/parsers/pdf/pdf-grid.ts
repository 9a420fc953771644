import { joinLines } from '../clean-text';
import { covers, type Rect, unite } from './pdf-geometry';
import { findRows, type Segment } from './pdf-lines';
import { isLevel, isUpright } from './pdf-path';
import { type Piece, textRect } from './pdf-piece';

/** Lines this near to each other, in points, are one, and ones that end this near meet. */
const snap = 3;
/** A frame with more text than this in a cell is laid out, not tabulated. */
const maxCellLength = 700;
/** Of all cells of a table at least this share says something. */
const leastFilled = 0.3;
/** Lines of a text that goes on in the next fill their cell this far; others are rows of their own. */
const leastFill = 0.6;

/** A table whose cells are set apart by drawn lines. */
export interface Grid {
  place: Rect;
  rows: { cells: string[]; place: Rect }[];
  pieces: Set<Piece>;
}

/** Finds the tables that lines are drawn around. Pieces and lines are those of one page. */
export function findGrids(rules: Rect[], pieces: Piece[]): Grid[] {
  if (rules.length < 4) return [];
  return connect(rules)
    .map((group) => readGrid(group, pieces))
    .filter((grid) => grid !== null);
}

/** Groups of lines that touch each other. */
function connect(rules: Rect[]): Rect[][] {
  const groups: { place: Rect; rules: Rect[] }[] = [];
  for (const rule of [...rules].sort((a, b) => b.top - a.top)) {
    const touching = groups.filter((group) => group.rules.some((other) => touches(other, rule)));
    const merged = touching.flatMap((group) => group.rules);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push({ place: rule, rules: [...merged, rule] });
  }
  return groups.map((group) => group.rules);
}

function touches(one: Rect, other: Rect): boolean {
  return (
    one.left <= other.right + snap &&
    other.left <= one.right + snap &&
    one.bottom <= other.top + snap &&
    other.bottom <= one.top + snap
  );
}

function readGrid(rules: Rect[], pieces: Piece[]): Grid | null {
  const level = rules.filter((rule) => isLevel(rule, snap) && !isUpright(rule, snap));
  const upright = rules.filter((rule) => isUpright(rule, snap) && !isLevel(rule, snap));
  if (level.length < 2 || upright.length < 1) return null;
  const place = unite(rules);
  const xs = distinct([place.left, place.right, ...upright.map(middleX)]);
  const ys = distinct([place.bottom, place.top, ...level.map(middleY)]).reverse();
  if (xs.length < 3 || ys.length < 3) return null;
  const inside = pieces.filter((piece) => covers(place, ...centre(piece)));
  const cells = new GridCells({ xs, ys, level, upright });
  for (const piece of inside) cells.add(piece);
  const rows = cells.read();
  const texts = rows.flatMap((row) => row.cells);
  const filled = texts.filter((text) => text !== '');
  const isTable =
    rows.length >= 2 &&
    rows.some((row) => row.cells.filter(Boolean).length >= 2) &&
    filled.length >= leastFilled * texts.length &&
    filled.every((text) => text.length <= maxCellLength) &&
    !cells.holdsTables();
  return isTable ? { place, rows, pieces: new Set(inside) } : null;
}

const middleX = ({ left, right }: Rect) => (left + right) / 2;
const middleY = ({ bottom, top }: Rect) => (bottom + top) / 2;

function centre(piece: Piece): [number, number] {
  const place = textRect(piece);
  return [middleX(place), middleY(place)];
}

function distinct(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - (sorted[at - 1] ?? value) > snap);
}

/** The lines that make a table: places of columns from the left, of rows from the top. */
interface Lattice {
  xs: number[];
  ys: number[];
  level: Rect[];
  upright: Rect[];
}

/** Text by cell. Where no line is drawn between two cells they are one. */
class GridCells {
  readonly #pieces: Piece[][][];

  readonly lattice: Lattice;

  constructor(lattice: Lattice) {
    this.lattice = lattice;
    const columns = lattice.xs.length - 1;
    this.#pieces = lattice.ys.slice(1).map(() => Array.from({ length: columns }, () => []));
  }

  add(piece: Piece): void {
    const { xs, ys } = this.lattice;
    const [x, y] = centre(piece);
    const column = xs.findLastIndex((line, at) => at < xs.length - 1 && x >= line);
    const row = ys.findLastIndex((line, at) => at < ys.length - 1 && y <= line);
    const [left, top] = this.#origin(Math.max(0, column), Math.max(0, row));
    this.#pieces[top]?.[left]?.push(piece);
  }

  /** Rows with their text; a cell that spans rows says the same in each of them. */
  read(): Grid['rows'] {
    const { xs, ys } = this.lattice;
    const texts = this.#pieces.map((row) => row.map(cellText));
    const rows = this.#pieces.map((row, at) => ({
      cells: row.map((_, column) => {
        const [left, top] = this.#origin(column, at);
        return left === column ? (texts[top]?.[left] ?? '') : '';
      }),
      place: {
        left: xs[0] ?? 0,
        right: xs.at(-1) ?? 0,
        top: ys[at] ?? 0,
        bottom: ys[at + 1] ?? 0,
      },
    }));
    return dropEmptyColumns(rows.filter((_, at) => texts[at]?.some((text) => text !== '')));
  }

  /**
   * Whether the lines that are drawn only frame parts of a table: several rows stand in what seems
   * to be one, or several columns.
   */
  holdsTables(): boolean {
    return this.#pieces.some((row) => {
      const cells = row.map((pieces) => findRows(pieces));
      const hasColumns = cells.some((lines) => lines.filter((line) => line.length > 1).length > 1);
      const stacked = cells.filter((lines, column) => this.#isStack(lines, column));
      return hasColumns || stacked.length > 1;
    });
  }

  #isStack(lines: Segment[][], column: number): boolean {
    const { xs } = this.lattice;
    const width = (xs[column + 1] ?? 0) - (xs[column] ?? 0);
    const ends = lines.flat().map(({ left, right }) => (right - left) / width);
    const middle = ends.sort((a, b) => a - b)[Math.floor(ends.length / 2)] ?? 1;
    return lines.length > 2 && middle < leastFill;
  }

  /** The first cell, from the left top, of the one that this cell is a part of. */
  #origin(column: number, row: number): [number, number] {
    const { xs, ys, level, upright } = this.lattice;
    const middle = (values: number[], at: number) =>
      ((values[at] ?? 0) + (values[at + 1] ?? 0)) / 2;
    let [left, top] = [column, row];
    const y = middle(ys, row);
    while (left > 0 && !upright.some((line) => isAt(middleX(line), xs[left]) && spansY(line, y))) {
      left -= 1;
    }
    const x = middle(xs, left);
    while (top > 0 && !level.some((line) => isAt(middleY(line), ys[top]) && spansX(line, x))) {
      top -= 1;
    }
    return [left, top];
  }
}

function isAt(value: number, line: number | undefined): boolean {
  return line !== undefined && Math.abs(value - line) <= snap;
}

function spansY({ bottom, top }: Rect, y: number): boolean {
  return bottom <= y && top >= y;
}

function spansX({ left, right }: Rect, x: number): boolean {
  return left <= x && right >= x;
}

function cellText(pieces: Piece[]): string {
  const lines = findRows(pieces).map((row: Segment[]) => row.map(({ text }) => text).join(' '));
  return joinLines(lines);
}

/** Doubled lines make columns in which nothing stands. */
function dropEmptyColumns(rows: Grid['rows']): Grid['rows'] {
  const kept = rows[0]?.cells.map((_, column) => rows.some((row) => row.cells[column] !== ''));
  return rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => kept?.[column]) }));
}
