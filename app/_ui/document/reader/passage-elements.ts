import { rowLine } from '@/knowledge/parsers/table-element';

/** Shorter lines stand in too many elements to tell where they come from. */
const tellingLength = 20;

/**
 * Which of these texts a passage is made of, by position: those that it holds, and those that hold
 * one of its lines. For documents whose pages cannot be shown, where nothing else tells.
 */
export function passageElements(passage: string, texts: string[]): Set<number> {
  const whole = plain(passage);
  const lines = passage
    .split('\n')
    .map(plain)
    .filter((line) => line.length >= tellingLength);
  const isPart = (text: string) =>
    text !== '' && (whole.includes(text) || lines.some((line) => text.includes(line)));
  return new Set(texts.map(plain).flatMap((text, index) => (isPart(text) ? [index] : [])));
}

/**
 * Which rows of a table a passage is made of, by position: long tables are cut into several
 * passages, each of them beginning with the header.
 */
export function passageRows(passage: string, rows: string[][]): Set<number> {
  const lines = new Set(passage.split('\n').map(plain));
  return new Set(rows.flatMap((cells, row) => (lines.has(plain(rowLine(cells))) ? [row] : [])));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
