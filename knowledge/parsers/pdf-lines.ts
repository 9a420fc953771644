import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanCharacters, needsSpace } from './clean-text';

type TextItem = Extract<
  Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number],
  { str: string }
>;

/** Text between two wide gaps of a line. Lengths are in points, from the page's left bottom corner. */
export interface Cell {
  text: string;
  left: number;
  right: number;
}

/** One printed line. A line of running text has one cell, the row of a table several. */
export interface Line {
  cells: Cell[];
  baseline: number;
  /** Font size in points. */
  size: number;
  page: number;
}

/** A gap this wide, in font sizes, sets cells apart rather than words. */
const cellGap = 1.2;
/** A gap this wide stands for a space that the file does not spell out. */
const wordGap = 0.15;
/** Cells of one row may be drawn a few lines apart when a cell beside them has several lines. */
const lookBack = 4;

/** The lines of a page in the order in which the page draws them, which is nearly always that of reading. */
export function pageLines(items: TextItem[], page: number): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const text = cleanCharacters(item.str).replace(/\s+/g, ' ');
    if (text.trim() === '') continue;
    const place = measure(item);
    const line = findLine(lines, place);
    if (line) addToLine(line, text, place);
    else {
      const { left, right, baseline, size } = place;
      lines.push({ cells: [{ text, left, right }], baseline, size, page });
    }
  }
  for (const line of lines) {
    line.cells.sort((a, b) => a.left - b.left);
    for (const cell of line.cells) cell.text = cell.text.trim();
  }
  return lines;
}

interface Place {
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** Where an item stands. Text that is turned by a quarter is measured along its own direction. */
function measure(item: TextItem): Place {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[];
  const isTurned = Math.abs(b) > Math.abs(a);
  const left = isTurned ? f * Math.sign(b) : e;
  return {
    left,
    right: left + item.width,
    baseline: isTurned ? -e * Math.sign(b) : f,
    size: Math.hypot(c, d) || 1,
  };
}

function findLine(lines: Line[], place: Place): Line | undefined {
  return lines.slice(-lookBack).findLast((line) => {
    const isLevel =
      Math.abs(line.baseline - place.baseline) < 0.35 * Math.min(line.size, place.size);
    const last = line.cells.at(-1);
    return isLevel && last !== undefined && place.left > last.left - 0.5;
  });
}

function addToLine(line: Line, text: string, { left, right, size }: Place): void {
  const last = line.cells.at(-1);
  if (!last) return;
  const gap = left - last.right;
  if (gap > cellGap * Math.min(size, line.size)) {
    line.cells.push({ text, left, right });
    return;
  }
  const isApart = gap > wordGap * size && needsSpace(last.text, text);
  last.text += (isApart ? ' ' : '') + text;
  last.right = Math.max(last.right, right);
  line.size = Math.max(line.size, size);
}

/** What a line says, cells set apart by a space. */
export function lineText(line: Line): string {
  return line.cells.map((cell) => cell.text).join(' ');
}
