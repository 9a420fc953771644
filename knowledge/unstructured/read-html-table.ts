import { setImmediate as breathe } from 'node:timers/promises';
import { parseHTML } from 'linkedom';
import { readTable } from '../parsers/html-table';
import { withoutOcrSpaces } from './tidy-text';

/** Characters of HTML that are parsed in one go: some 50 ms. */
const partLength = 100_000;

/**
 * The rows of a table that the service gives as HTML. A sheet with many rows is read part by part,
 * with time for other work in between; a cell does not span from one part to the next.
 */
export async function readHtmlTable(html: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const part of splitRows(html)) {
    const { document } = parseHTML(`<!doctype html><html><body>${part}</body></html>`);
    const table = document.querySelector('table');
    if (table) rows.push(...readTable(table).map((row) => row.map(withoutOcrSpaces)));
    await breathe();
  }
  return rows;
}

function splitRows(html: string): string[] {
  if (html.length <= partLength) return [html];
  const parts: string[] = [];
  let part = '';
  for (const row of html.split(/(?<=<\/tr>)/i)) {
    part += row;
    if (part.length < partLength) continue;
    parts.push(part);
    part = '';
  }
  return [...parts, part].map((rows) => `<table>${rows.replace(/<\/?table[^>]*>/gi, '')}</table>`);
}
