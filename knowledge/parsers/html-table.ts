import { cleanLine } from './clean-text';
import { elementText } from './element-text';

/** Longest row or column span that is followed; larger ones are typing errors or attacks. */
const maxSpan = 100;

/**
 * Cells of an HTML table by row. A cell that spans rows stands in each of them, so that every row
 * can be read on its own; one that spans columns stands in the first. Several rows of headers
 * become one, in which each column has all of its headers.
 */
export function readTable(table: Element): string[][] {
  const rows: string[][] = [];
  let carried: Carried = new Map();
  let headers = 0;
  for (const tr of table.querySelectorAll('tr')) {
    if (tr.closest('table') !== table) continue;
    const isHeader = headers === rows.length && isHeaderRow(tr);
    const { cells, carry } = readRow(tr, carried, isHeader);
    carried = carry;
    rows.push(cells);
    if (isHeader) headers += 1;
  }
  const isJoined = headers > 1 && headers < rows.length;
  return isJoined ? [joinHeaders(rows.slice(0, headers)), ...rows.slice(headers)] : rows;
}

function isHeaderRow(tr: Element): boolean {
  const cells = [...tr.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName));
  return tr.closest('thead') !== null || cells.every(({ tagName }) => /^th$/i.test(tagName));
}

function joinHeaders(rows: string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(rows.map((row) => row[column] ?? ''))].filter(Boolean).join(' '),
  );
}

type Carried = Map<number, { text: string; rowsLeft: number }>;

function readRow(
  tr: Element,
  carried: Carried,
  isHeader: boolean,
): { cells: string[]; carry: Carried } {
  const cells: string[] = [];
  const carry: Carried = new Map();
  const takeCarried = () => {
    for (let above = carried.get(cells.length); above; above = carried.get(cells.length)) {
      if (above.rowsLeft > 1) carry.set(cells.length, { ...above, rowsLeft: above.rowsLeft - 1 });
      cells.push(above.text);
    }
  };
  for (const cell of tr.children) {
    if (!/^t[dh]$/i.test(cell.tagName)) continue;
    takeCarried();
    const text = cleanLine(elementText(cell));
    const rowSpan = span(cell, 'rowspan');
    const covered = Array<string>(span(cell, 'colspan') - 1).fill(isHeader ? text : '');
    for (const said of [text, ...covered]) {
      if (rowSpan > 1) carry.set(cells.length, { text: said, rowsLeft: rowSpan - 1 });
      cells.push(said);
    }
  }
  takeCarried();
  return { cells, carry };
}

function span(cell: Element, attribute: string): number {
  const value = Number(cell.getAttribute(attribute) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, maxSpan) : 1;
}
