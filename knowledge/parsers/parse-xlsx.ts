import exceljs, { type Cell, type Worksheet } from 'exceljs';
import { cleanLine } from './clean-text';
import { hiddenText, hide } from './hidden-text';
import { limits } from './limits';
import type { Element } from './parsed-document';
import type { Parser } from './parser';
import { sheetElements } from './sheet-elements';
import { cutNote } from './table-element';
import { readSheet } from './xlsx-sheet';
import { openZip, type ZipParts } from './zip-parts';

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

/** Reads an Excel workbook: each sheet is a page. Hidden sheets, rows, columns and cells are marked. */
export const parseXlsx: Parser = async (file, { onPage }) => {
  const parts = openZip(file);
  const workbook = new exceljs.Workbook();
  // Its declared type is an older Buffer than Node's.
  await workbook.xlsx.load(file.slice().buffer as never, { ignoreNodes });
  const isColoured = tableHeaders(parts);
  const elements = workbook.worksheets.flatMap((sheet, index) => {
    onPage(index + 1, workbook.worksheets.length);
    return elementsOf(sheet, index + 1, isColoured);
  });
  return {
    title: cleanLine(workbook.title ?? '') || undefined,
    pages: Math.max(1, workbook.worksheets.length),
    elements,
    notes: workbook.worksheets
      .filter(({ columnCount }) => columnCount > limits.sheetColumns)
      .map(({ columnCount }) => cutNote(columnCount)),
  };
};

function elementsOf(
  sheet: Worksheet,
  page: number,
  isColoured: (cell: Cell) => boolean,
): Element[] {
  const { rows, hidden } = readSheet(sheet, isColoured);
  const told = [...hidden].flatMap(([reason, lines]) =>
    reason === 'comment'
      ? lines.flatMap((line) => hiddenText(line, reason, page))
      : hiddenText(lines.join('\n'), reason, page),
  );
  const elements = [...sheetElements({ name: sheet.name, page, rows }), ...told];
  return sheet.state === 'visible' ? elements : hide(elements, 'hidden-sheet');
}

/** The first rows of tables get their ground from the table's style; which sheet a table is on does not matter. */
function tableHeaders(parts: ZipParts): (cell: Cell) => boolean {
  const rows = parts.names
    .filter((name) => /^xl\/tables\/[^/]+\.xml$/.test(name))
    .map((name) => Number(/\bref="[A-Z]+(\d+)/.exec(parts.text(name))?.[1]));
  const headerRows = new Set(rows);
  return (cell) => headerRows.has(Number(cell.row));
}
