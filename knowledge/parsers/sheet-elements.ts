import type { Element } from './parsed-document';
import { tableElements } from './table-element';

/** Names that programs give; they tell a reader nothing. */
const defaultName = /^(sheet|tabelle|feuil|hoja|foglio|工作表|シート)\s*\d*$/i;

interface Sheet {
  name: string;
  /** Its place in the workbook, from 1. */
  page: number;
  rows: string[][];
}

/**
 * What a sheet says: its name as a title, then its blocks of rows, which blank rows set apart.
 * Lines with a single cell above a block stand on their own; the next row is the header.
 */
export function sheetElements({ name, page, rows }: Sheet): Element[] {
  const elements = blocksOf(rows).flatMap((block) => blockElements(block, page));
  if (elements.length === 0 || name === '' || defaultName.test(name)) return elements;
  return [{ kind: 'title', text: name, page, level: 2 }, ...elements];
}

function blocksOf(rows: string[][]): string[][][] {
  const blocks: string[][][] = [[]];
  for (const row of rows) {
    if (row.some((cell) => cell !== '')) blocks.at(-1)?.push(row);
    else blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

function blockElements(block: string[][], page: number): Element[] {
  const filled = (row: string[]) => row.filter((cell) => cell !== '');
  const found = block.findIndex((row) => filled(row).length > 1);
  const tableStart = found < 0 ? block.length : found;
  const lines = block
    .slice(0, tableStart)
    .map((row): Element => ({ kind: 'text', text: filled(row).join(' '), page }));
  return [...lines, ...tableElements(withoutEmptyColumns(block.slice(tableStart)), page)];
}

function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const used = Array.from({ length: width }, (_, column) => rows.some((row) => row[column]));
  return rows.map((row) => used.flatMap((isUsed, column) => (isUsed ? [row[column] ?? ''] : [])));
}
