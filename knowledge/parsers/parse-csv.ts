import { parse } from 'csv-parse/sync';
import { cleanLine } from './clean-text';
import { decodeText } from './decode-text';
import { DocumentError } from './document-error';
import type { Parser } from './parser';
import { cutColumns, tableElements } from './table-element';

const delimiters = [',', ';', '\t', '|'];

/** Reads comma-, semicolon-, tab- or bar-separated values as one table, the first row its header. */
export const parseCsv: Parser = async (file) => {
  const text = decodeText(file);
  const { rows, notes } = cutColumns(readRows(text, sniffDelimiter(text) ?? ','));
  return { pages: null, elements: tableElements(rows, null), notes };
};

function readRows(text: string, delimiter: string): string[][] {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relaxQuotes: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
    return rows.map((row) => row.map(cleanLine));
  } catch (cause) {
    throw new DocumentError('damaged', { cause });
  }
}

/** What a file is called: a table, a text, or nothing that tells. */
type Called = 'table' | 'text' | 'nothing';

/**
 * The delimiter that cuts most of the first lines into the same number of cells, at least two;
 * undefined when none does: then this is no table. What is not called a table must not look like
 * running text, and what is called a text must have three cells in each of three lines.
 */
export function sniffDelimiter(text: string, called: Called = 'table'): string | undefined {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    // Marks of a sentence are followed by a space, or end the line.
    .map((line) => (called === 'table' ? line : line.replace(/[,;](?= |$)/g, '')))
    .slice(0, 20);
  if (lines.length < (called === 'text' ? 3 : 2)) return undefined;
  const scored = delimiters.map((delimiter) => ({ delimiter, share: evenness(lines, delimiter) }));
  const best = scored.reduce((left, right) => (right.share > left.share ? right : left));
  const least = called === 'text' && best.delimiter !== '\t' ? 1 + 3 / 10_000 : 0.8;
  return best.share >= least ? best.delimiter : undefined;
}

/** Share of lines with as many cells as the first; more columns win a tie. */
function evenness(lines: string[], delimiter: string): number {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length);
  const [first = 1] = counts;
  if (first < 2) return 0;
  const even = counts.filter((count) => count === first).length / lines.length;
  return even + first / 10_000;
}
