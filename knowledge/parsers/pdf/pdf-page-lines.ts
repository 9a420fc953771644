import { orderColumns } from './pdf-columns';
import type { Rect } from './pdf-geometry';
import { findGrids, type Grid } from './pdf-grid';
import { type Block, findRows, isSlanted, type Line, type Segment, toLines } from './pdf-lines';
import type { PageContent } from './pdf-page-content';
import { isLevel } from './pdf-path';
import { type Piece, turnBack } from './pdf-piece';

/** The lines of a page that readers see, in the order in which they read them. */
export function pageLines(content: PageContent): Line[] {
  const pieces = content.pieces.filter(({ hidden }) => hidden === null);
  return layOut(pieces, content);
}

/** Lines of any pieces of a page, in reading order. Tables with drawn lines become rows of one block. */
export function layOut(pieces: Piece[], { number, rules }: PageContent): Line[] {
  const byAngle = Map.groupBy(pieces, ({ angle }) => angle);
  const groups = [...byAngle].sort((a, b) => b[1].length - a[1].length);
  const [main, ...turned] = groups.map(([angle, group]) => {
    const drawn = rules.map((rule) => turnBack(rule, -angle));
    return directedLines(group, drawn, number, angle);
  });
  return turned.reduce((lines, others) => insertByHeight(lines, others), main ?? []);
}

function directedLines(pieces: Piece[], rules: Rect[], page: number, angle: number): Line[] {
  const grids = findGrids(rules, pieces);
  const loose = pieces.filter((piece) => !grids.some((grid) => grid.pieces.has(piece)));
  const rows = [...findRows(loose), ...grids.map((grid) => [gridSegment(grid, page, angle)])];
  rows.sort((a, b) => (b[0]?.baseline ?? 0) - (a[0]?.baseline ?? 0));
  const level = rules.filter((rule) => isLevel(rule));
  return orderColumns(rows, level).flatMap((column) =>
    column.rows.flatMap((row) => toLines(row, column.right, page, angle)),
  );
}

/** A table with drawn lines as one thing among the lines of a page, a line of its own for each row. */
function gridSegment({ rows, place, pieces }: Grid, page: number, angle: number): Segment {
  const { left, right } = place;
  const [{ size } = { size: 0 }] = pieces;
  const block: Block = { kind: 'table' };
  const lines = rows.map((row) => ({
    cells: row.cells.filter(Boolean).map((text) => ({ text, left, right })),
    baseline: row.place.bottom,
    size,
    isBold: false,
    page,
    place: row.place,
    angle,
    columnRight: right,
    block,
    row: row.cells,
  }));
  const text = lines[0]?.cells.map((cell) => cell.text).join(' ') ?? '';
  const baseline = rows[0]?.place.bottom ?? place.bottom;
  return { text, left, right, baseline, size, isBold: false, place, order: 0, lines };
}

/** Turned text is read before the lines that stand below its upper end; stamps across a page, last. */
export function insertByHeight(lines: Line[], turned: Line[]): Line[] {
  if (turned.some(isSlanted)) return [...lines, ...turned];
  const top = Math.max(...turned.map(({ place, angle }) => turnBack(place, angle).top));
  const at = lines.findIndex(({ place, angle }) => turnBack(place, angle).top < top);
  return at < 0 ? [...lines, ...turned] : lines.toSpliced(at, 0, ...turned);
}
