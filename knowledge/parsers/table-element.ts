import type { ParseNote } from '@/lib/shared/ingestion-log';
import { limits } from './limits';
import type { Element } from './parsed-document';

/** Rows of a large table that go into one element; each repeats the header row. */
const rowsPerElement = 500;

/** The line of text that stands for a row. Empty cells at the end are left out. */
export function rowLine(row: string[]): string {
  const last = row.findLastIndex((cell) => cell !== '');
  return row.slice(0, last + 1).join(' | ');
}

/** A table as elements: `rows` beside the text that search and people read. */
export function tableElements(rows: string[][], page: number | null): Element[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const [header, ...body] = filled;
  if (!header) return [];
  const parts: Element[] = [];
  for (let at = 0; at === 0 || at < body.length; at += rowsPerElement) {
    const part = [header, ...body.slice(at, at + rowsPerElement)];
    parts.push({ kind: 'table', text: part.map(rowLine).join('\n'), page, rows: part });
  }
  return parts;
}

/** Rows without the columns beyond the limit, and a note when there are any. */
export function cutColumns(rows: string[][]): { rows: string[][]; notes: ParseNote[] } {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (columns <= limits.sheetColumns) return { rows, notes: [] };
  return { rows: rows.map((row) => row.slice(0, limits.sheetColumns)), notes: [cutNote(columns)] };
}

/** @param columns that a table has; those up to the limit are read */
export function cutNote(columns: number): ParseNote {
  return { code: 'cut_columns', values: { columns, kept: limits.sheetColumns } };
}
