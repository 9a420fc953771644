import { joinLines } from '../clean-text';
import type { Cell, Line } from './pdf-lines';

/** Lines of one cell are at most this many font sizes apart. */
const maxLeading = 1.6;
/** Rows with this share of the most cells show where the columns are; headings over several do not. */
const fullRowShare = 0.6;
/** Cells of tables are short; long ones are columns of running text. */
const maxAverageLength = 60;

/**
 * How many lines from `start` on make a table: 0 when it is none. A table has at least two lines
 * with several cells, and between them only lines that continue a cell of the row above.
 */
export function tableLength(lines: Line[], start: number): number {
  let end = start;
  let widest = 0;
  let rows = 0;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const previous = lines[at - 1];
    if (!line || (previous && at > start && !isNear(previous, line))) break;
    if (line.cells.length > 1) {
      rows += 1;
      widest = Math.max(widest, line.cells.length);
      end = at + 1;
    } else if (at === start || !continuesRow(line, lines[start])) break;
  }
  if (rows < 2 || (widest < 3 && rows < 3)) return 0;
  const taken = lines.slice(start, withContinuations(lines, start, end));
  const cells = taken.flatMap((line) => line.cells);
  const length = cells.reduce((sum, cell) => sum + cell.text.length, 0);
  return length / cells.length <= maxAverageLength ? taken.length : 0;
}

function withContinuations(lines: Line[], start: number, end: number): number {
  let at = end;
  for (let line = lines[at]; line; line = lines[at]) {
    const previous = lines[at - 1];
    if (!previous || !isNear(previous, line) || !continuesRow(line, lines[start])) break;
    at += 1;
  }
  return at;
}

function isNear(above: Line, below: Line): boolean {
  const gap = above.baseline - below.baseline;
  return above.page === below.page && gap > -4 * below.size && gap < 3.5 * below.size;
}

/** A single cell that stands to the right of the first column belongs to the row above. */
function continuesRow(line: Line, first: Line | undefined): boolean {
  const [cell] = line.cells;
  const [firstCell] = first?.cells ?? [];
  return (
    line.cells.length === 1 &&
    cell !== undefined &&
    firstCell !== undefined &&
    cell.left > firstCell.left + line.size
  );
}

/** A row of a table and the lines that it was made of. */
export interface TableRow {
  cells: string[];
  lines: Line[];
}

/** Rows of a table: cells under their columns, lines that continue cells joined to the row above. */
export function tableRows(lines: Line[]): TableRow[] {
  const columns = findColumns(lines);
  const rows: TableRow[] = [];
  for (const line of lines) {
    const row = Array<string>(columns.length).fill('');
    for (const cell of line.cells) {
      const column = nearestColumn(columns, cell);
      row[column] = [row[column], cell.text].filter(Boolean).join(' ');
    }
    const above = rows.at(-1);
    if (above && continues(above, row, line)) {
      mergeInto(above.cells, row);
      above.lines.push(line);
    } else rows.push({ cells: row, lines: [line] });
  }
  return rows;
}

/**
 * Further lines of cells stand closely below, under text of the row, and to the right of its first
 * cell; or they are all that a row says.
 */
function continues(above: TableRow, row: string[], line: Line): boolean {
  const gap = (above.lines.at(-1)?.baseline ?? 0) - line.baseline;
  if (gap > maxLeading * line.size) return false;
  const [first, firstAbove] = [row.findIndex(Boolean), above.cells.findIndex(Boolean)];
  const isInside = row.every((text, column) => text === '' || above.cells[column] !== '');
  const isAlone = [row, above.cells].every((cells) => cells.filter(Boolean).length === 1);
  return isInside && (first > firstAbove || (isAlone && first > 0));
}

function mergeInto(above: string[], row: string[]): void {
  row.forEach((text, column) => {
    if (text !== '') above[column] = joinLines([above[column] ?? '', text].filter(Boolean));
  });
}

/** Where the columns of a table are: cells below each other make one, but for cells that span several. */
function findColumns(lines: Line[]): Cell[] {
  const most = Math.max(...lines.map((line) => line.cells.length));
  const full = lines.filter((line) => line.cells.length >= fullRowShare * most);
  const single = full
    .flatMap((line) => line.cells)
    .filter(
      (cell) => !full.some((line) => line.cells.filter((other) => meets(other, cell)).length > 1),
    );
  const columns: Cell[] = [];
  for (const cell of [...single].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && meets(last, cell)) last.right = Math.max(last.right, cell.right);
    else columns.push({ ...cell });
  }
  return columns.length > 0 ? mergeColumns(columns, lines) : (full[0]?.cells ?? []);
}

/** A heading over the left of its column, and figures at its right, may not meet: no line has both. */
function mergeColumns(columns: Cell[], lines: Line[]): Cell[] {
  const rows = lines.map((line) => line.cells.map((cell) => nearestColumn(columns, cell)));
  const merged: Cell[] = [];
  let members: number[] = [];
  columns.forEach((column, at) => {
    const last = merged.at(-1);
    const isApart = rows.some(
      (row) => row.includes(at) && members.some((other) => row.includes(other)),
    );
    if (last && !isApart) {
      last.right = column.right;
      members.push(at);
    } else {
      merged.push({ ...column });
      members = [at];
    }
  });
  return merged;
}

/** Cells that only touch, in points, do not meet. */
function meets(a: Cell, b: Cell): boolean {
  return overlap(a, b) > 1;
}

function overlap(a: Cell, b: Cell): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function nearestColumn(columns: Cell[], cell: Cell): number {
  const overlaps = columns.map((column) => overlap(column, cell));
  return overlaps.indexOf(Math.max(...overlaps));
}
