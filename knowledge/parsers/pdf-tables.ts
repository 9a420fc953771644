import { joinLines } from './clean-text';
import type { Cell, Line } from './pdf-lines';

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
    if (row[0] === '' && above) {
      mergeInto(above.cells, row);
      above.lines.push(line);
    } else rows.push({ cells: row, lines: [line] });
  }
  return rows;
}

function mergeInto(above: string[], row: string[]): void {
  row.forEach((text, column) => {
    if (text !== '') above[column] = joinLines([above[column] ?? '', text].filter(Boolean));
  });
}

/** The columns of the line with most cells, widened by the cells of other lines that fit only one. */
function findColumns(lines: Line[]): Cell[] {
  const fullest = lines.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
  const columns = fullest.cells.map((cell) => ({ ...cell }));
  for (const cell of lines.flatMap((line) => line.cells)) {
    const touched = columns.filter((column) => overlap(column, cell) > 0);
    const [only] = touched;
    if (touched.length !== 1 || !only) continue;
    only.left = Math.min(only.left, cell.left);
    only.right = Math.max(only.right, cell.right);
  }
  return columns;
}

function overlap(a: Cell, b: Cell): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function nearestColumn(columns: Cell[], cell: Cell): number {
  const overlaps = columns.map((column) => overlap(column, cell));
  return overlaps.indexOf(Math.max(...overlaps));
}
