import { limits } from '../limits';
import { childrenNamed } from '../xml';

const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
const columnGroups = new Set([
  'table:table-header-columns',
  'table:table-columns',
  'table:table-column-group',
]);

/**
 * Cells of an OpenDocument table by row, and apart from them those of hidden rows and columns. A
 * cell merged over rows stands in each of them, one merged over columns in the first.
 * @param textOf the text of a cell
 */
export function readOdfTable(
  table: Element,
  textOf: (cell: Element) => string,
): { rows: string[][]; hiddenLines: string[] } {
  const hidden = hiddenColumns(table);
  const hiddenLines: string[] = [];
  const rows: string[][] = [];
  let above: Covering[] = [];
  for (const row of inGroups(table, 'table:table-row', rowGroups)) {
    const { cells, covering } = readRow(row, above, textOf);
    above = covering;
    const isAway = isCollapsed(row);
    const lost = cells.filter((cell, column) => cell !== '' && (isAway || hidden.has(column)));
    if (lost.length > 0) hiddenLines.push(lost.join(' | '));
    if (isAway) continue;
    const visible = cells.filter((_, column) => !hidden.has(column));
    const isBlank = visible.every((cell) => cell === '');
    const times = isBlank ? 1 : repeats(row, 'table:number-rows-repeated');
    for (let time = 0; time < times; time += 1) rows.push(visible);
  }
  return { rows, hiddenLines };
}

/** What a merged cell says, and how many rows below it still covers. */
type Covering = { text: string; rowsLeft: number } | undefined;

function readRow(row: Element, above: Covering[], textOf: (cell: Element) => string) {
  const cells: string[] = [];
  const covering: Covering[] = [];
  for (const cell of row.children) {
    if (!/^table:(covered-)?table-cell$/.test(cell.tagName)) continue;
    const isCovered = cell.tagName === 'table:covered-table-cell';
    const rowsLeft = Number(cell.getAttribute('table:number-rows-spanned') ?? 1);
    const own = { text: isCovered ? '' : textOf(cell) || valueOfCell(cell), rowsLeft };
    const room = limits.sheetColumns - cells.length;
    const times = Math.min(repeats(cell, 'table:number-columns-repeated'), room);
    for (let time = 0; time < times; time += 1) {
      const said = (isCovered && above[cells.length]) || own;
      covering.push(said.rowsLeft > 1 ? { ...said, rowsLeft: said.rowsLeft - 1 } : undefined);
      cells.push(said.text);
    }
  }
  return { cells, covering };
}

/** Some programs write a value without how it is shown. */
function valueOfCell(cell: Element): string {
  if (childrenNamed(cell, 'text:p').length > 0) return '';
  const names = ['value', 'date-value', 'time-value', 'string-value', 'boolean-value'];
  return names.map((name) => cell.getAttribute(`office:${name}`)).find(Boolean) ?? '';
}

function hiddenColumns(table: Element): Set<number> {
  const hidden = new Set<number>();
  let at = 0;
  for (const column of inGroups(table, 'table:table-column', columnGroups)) {
    for (let times = repeats(column, 'table:number-columns-repeated'); times > 0; times -= 1) {
      if (isCollapsed(column)) hidden.add(at);
      at += 1;
    }
  }
  return hidden;
}

/** Children of this name, those within groups as well, but not those of tables inside cells. */
function inGroups(parent: Element, name: string, groups: Set<string>): Element[] {
  return [...parent.children].flatMap((child) => {
    if (child.tagName === name) return [child];
    return groups.has(child.tagName) ? inGroups(child, name, groups) : [];
  });
}

const isCollapsed = (part: Element) =>
  /^(collapse|filter)$/.test(part.getAttribute('table:visibility') ?? '');

/** Files say «a million blank rows» in one element; what is repeated is followed so far only. */
function repeats(part: Element, attribute: string): number {
  const times = Number(part.getAttribute(attribute) ?? 1);
  return Number.isInteger(times) && times > 0 ? Math.min(times, limits.sheetColumns) : 1;
}

/** The tables of a spreadsheet: its sheets. */
export const sheetsOf = (spreadsheet: Element) => childrenNamed(spreadsheet, 'table:table');
