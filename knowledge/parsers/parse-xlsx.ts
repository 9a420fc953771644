import exceljs, { type Cell, type CellValue, type Row, type Worksheet } from 'exceljs';
import { cleanLine } from './clean-text';
import { limits } from './limits';
import type { Element } from './parsed-document';
import type { Parser } from './parser';
import { requireUnpackable } from './require-unpackable';
import { sheetElements } from './sheet-elements';

/** Parts of a workbook that say nothing, some of which make exceljs slow. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'drawing',
  'tableParts',
  'extLst',
  'pageSetup',
  'sheetPr',
];

/** Reads an Excel workbook: each visible sheet is a page. Hidden sheets, rows and columns are left out. */
export const parseXlsx: Parser = async (file, { onPage }) => {
  requireUnpackable(file);
  const workbook = new exceljs.Workbook();
  // Its declared type is an older Buffer than Node's.
  await workbook.xlsx.load(file.slice().buffer as never, { ignoreNodes });
  const elements = workbook.worksheets.flatMap((sheet, index): Element[] => {
    onPage(index + 1, workbook.worksheets.length);
    if (sheet.state !== 'visible') return [];
    return sheetElements({ name: sheet.name, page: index + 1, rows: readRows(sheet) });
  });
  return {
    title: cleanLine(workbook.title ?? '') || undefined,
    pages: Math.max(1, workbook.worksheets.length),
    elements,
  };
};

function readRows(sheet: Worksheet): string[][] {
  const hidden = new Set<number>();
  // Counting columns goes through all rows, so it is done once.
  const columns = Math.min(sheet.columnCount, limits.sheetColumns);
  for (let column = 1; column <= columns; column += 1) {
    if (sheet.getColumn(column).hidden) hidden.add(column);
  }
  const rows: string[][] = [];
  sheet.eachRow((row, number) => {
    while (rows.length < number - 1 && rows.at(-1)?.length !== 0) rows.push([]);
    if (!row.hidden) rows.push(readRow(row, hidden));
  });
  return rows;
}

function readRow(row: Row, hidden: Set<number>): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    if (column <= limits.sheetColumns && !hidden.has(column)) cells.push(cellText(cell));
  });
  return cells;
}

/** A cell merged over rows stands in each of them, one merged over columns in the first. */
function cellText(cell: Cell): string {
  if (cell.isMerged && cell.master !== cell && cell.master.col !== cell.col) return '';
  const { result, value, numFmt } = cell.master;
  // exceljs leaves a formula's result out of the value when it is zero.
  return cleanLine(valueText((result as CellValue) ?? value, numFmt ?? ''));
}

function valueText(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return valueText(value.text as CellValue, format);
  if ('result' in value) return valueText(value.result, format);
  return '';
}

/** Without the digits that only come from adding in binary; percentages as they are shown. */
function numberText(value: number, format: string): string {
  const percent = /(?:\.(0+))?%/.exec(format);
  if (percent) return `${(value * 100).toFixed(percent[1]?.length ?? 0)}%`;
  return String(Number(value.toPrecision(15)));
}

/** The calendar day, with the time when there is one. Workbooks know no time zones. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  // Before the first day of workbooks there are only times of a day.
  if (day < '1900') return time.slice(0, 5);
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
