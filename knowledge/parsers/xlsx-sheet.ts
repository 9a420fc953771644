import type { Cell, Row, Worksheet } from 'exceljs';
import { cellText } from './cell-text';
import { reasonOfCell } from './cell-visibility';
import { cleanLine } from './clean-text';
import { limits } from './limits';
import type { HiddenReason } from './parsed-document';

/** The text of a sheet: the rows that are seen, and what is not. */
export interface SheetText {
  rows: string[][];
  /** Lines of hidden text by the reason; comments one by one. */
  hidden: Map<HiddenReason, string[]>;
}

/**
 * Reads the cells of a sheet. A cell merged over rows stands in each of them.
 * @param isColoured whether a cell may have its ground from something else than its own format
 */
export function readSheet(sheet: Worksheet, isColoured: (cell: Cell) => boolean): SheetText {
  const hiddenColumns = hiddenColumnsOf(sheet);
  const rows: string[][] = [];
  const hidden: SheetText['hidden'] = new Map();
  let last = 0;
  sheet.eachRow((row, number) => {
    if (number > last + 1) rows.push([]);
    last = number;
    const read = readRow(row, hiddenColumns, isColoured);
    for (const [reason, lines] of read.hidden) add(hidden, reason, lines);
    if (!isHiddenRow(row)) rows.push(read.cells);
  });
  return { rows, hidden };
}

function add(hidden: SheetText['hidden'], reason: HiddenReason, lines: string[]): void {
  const known = hidden.get(reason);
  if (known) known.push(...lines);
  else hidden.set(reason, [...lines]);
}

const isHiddenRow = (row: Row) => row.hidden || row.height === 0;

/** Counting columns goes through all rows, so it is done once. */
function hiddenColumnsOf(sheet: Worksheet): Set<number> {
  const columns = Math.min(sheet.columnCount, limits.sheetColumns);
  const hidden = new Set<number>();
  for (let column = 1; column <= columns; column += 1) {
    if (sheet.getColumn(column).hidden) hidden.add(column);
  }
  return hidden;
}

function readRow(row: Row, hiddenColumns: Set<number>, isColoured: (cell: Cell) => boolean) {
  const cells: string[] = [];
  const hidden: SheetText['hidden'] = new Map();
  const hide = (reason: HiddenReason, text: string) => {
    if (text !== '') add(hidden, reason, [text]);
  };
  const width = Math.min(row.cellCount, limits.sheetColumns);
  for (let column = 1; column <= width; column += 1) {
    const cell = row.findCell(column);
    const text = cell ? cellText(cell) : '';
    const isAway = hiddenColumns.has(column) || isHiddenRow(row);
    const reason = isAway ? 'hidden-cells' : cell && text && reasonOfCell(cell, isColoured(cell));
    if (reason) hide(reason, text);
    if (!isAway) cells.push(reason ? '' : text);
    if (cell) hide('comment', commentText(cell));
  }
  const lines = [...hidden].map(
    ([reason, texts]) => [reason, reason === 'comment' ? texts : [texts.join(' | ')]] as const,
  );
  return { cells, hidden: new Map(lines) };
}

function commentText({ note }: Cell): string {
  if (!note) return '';
  return cleanLine(
    typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join(''),
  );
}
