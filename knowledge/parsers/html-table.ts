import { cleanLine } from './clean-text';
import { elementText } from './element-text';

/** Longest row or column span that is followed; larger ones are typing errors or attacks. */
const maxSpan = 100;

/**
 * Cells of an HTML table by row. A cell that spans rows stands in each of them, so that every row
 * can be read on its own; one that spans columns stands in the first.
 */
export function readTable(table: Element): string[][] {
  const rows: string[][] = [];
  let carried = new Map<number, { text: string; rowsLeft: number }>();
  for (const tr of table.querySelectorAll('tr')) {
    if (tr.closest('table') !== table) continue;
    const { cells, carry } = readRow(tr, carried);
    carried = carry;
    rows.push(cells);
  }
  return rows;
}

type Carried = Map<number, { text: string; rowsLeft: number }>;

function readRow(tr: Element, carried: Carried): { cells: string[]; carry: Carried } {
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
    if (rowSpan > 1) carry.set(cells.length, { text, rowsLeft: rowSpan - 1 });
    cells.push(text, ...Array<string>(span(cell, 'colspan') - 1).fill(''));
  }
  takeCarried();
  return { cells, carry };
}

function span(cell: Element, attribute: string): number {
  const value = Number(cell.getAttribute(attribute) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, maxSpan) : 1;
}
