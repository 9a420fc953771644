import { cleanLine, joinLines } from '../clean-text';
import type { Box, Element } from '../parsed-document';
import { rowLine, tableElements } from '../table-element';
import { toArea, unite } from './pdf-geometry';
import { type Line, lineText } from './pdf-lines';
import { paragraphLength } from './pdf-paragraphs';
import { turnBack } from './pdf-piece';
import { dropRunningLines } from './pdf-running-lines';
import { findSizes, isListItem, type Sizes, titleLevel } from './pdf-sizes';
import { type TableRow, tableLength, tableRows } from './pdf-tables';

/** What was read of a page. */
export interface PdfPage {
  number: number;
  /** In points, as it is shown. */
  width: number;
  height: number;
  /** In reading order. */
  lines: Line[];
  /** What was read of its picture, in place of its lines. */
  read: Element[];
  /** Text that readers do not see. */
  hidden: Element[];
}

/** Turns the lines of all pages into elements. Nothing spans pages, so that each has its own number. */
export function pdfElements(pages: PdfPage[]): Element[] {
  const kept = dropRunningLines(pages.map(({ lines }) => lines));
  const sizes = findSizes(kept.flat());
  return pages.flatMap((page, at) => [
    ...pageElements({ ...page, lines: kept[at] ?? [] }, sizes),
    ...page.read,
    ...page.hidden,
  ]);
}

function pageElements(page: PdfPage, sizes: Sizes): Element[] {
  const { lines } = page;
  const elements: Element[] = [];
  for (let at = 0; at < lines.length; ) {
    const block = blockLength(lines, at);
    const table = block > 0 ? 0 : tableLength(lines, at);
    const taken = lines.slice(at, at + (block || table || paragraphLength(lines, at)));
    at += taken.length;
    const isTable = table > 0 || taken[0]?.block?.kind === 'table';
    elements.push(...(isTable ? tableOf(taken, page) : [textElement(taken, sizes, page)]));
  }
  return elements.filter((element) => element.text !== '');
}

/** How many lines from one on the document itself holds together; 0 when it says nothing of them. */
function blockLength(lines: Line[], start: number): number {
  const block = lines[start]?.block;
  if (!block) return 0;
  const end = lines.findIndex((line, at) => at > start && line.block !== block);
  return (end < 0 ? lines.length : end) - start;
}

function tableOf(lines: Line[], page: PdfPage): Element[] {
  const rows: TableRow[] = lines.every(({ row }) => row)
    ? lines.map((line) => ({ cells: line.row ?? [], lines: [line] }))
    : tableRows(lines);
  const sources = new Map(rows.map((row) => [row.cells, row.lines]));
  return tableElements(
    rows.map(({ cells }) => cells),
    page.number,
  ).map((element) => {
    let at = 0;
    const boxes = (element.rows ?? []).map((cells) => {
      const box = boxOf(sources.get(cells) ?? [], at, page);
      at += rowLine(cells).length + 1;
      return box;
    });
    return { ...element, boxes };
  });
}

function boxOf(lines: Line[], at: number, page: PdfPage): Box {
  const place = unite(lines.map((line) => turnBack(line.place, line.angle)));
  return { ...toArea(place, page), at };
}

function textElement(lines: Line[], sizes: Sizes, page: PdfPage): Element {
  const { text, starts } = paragraphText(lines);
  const boxes = lines.map((line, at) => boxOf([line], starts[at] ?? 0, page));
  const block = lines[0]?.block;
  const level = block?.kind === 'title' ? block.level : titleLevel(lines, text, sizes);
  if (level !== undefined) {
    return { kind: 'title', text: text.replaceAll('\n', ' '), page: page.number, level, boxes };
  }
  const isList = block?.kind === 'list' || isListItem(text);
  return { kind: isList ? 'list' : 'text', text, page: page.number, boxes };
}

/**
 * The text of a paragraph and where each of its lines begins in it. Lines that end well before the
 * right edge were ended by the author and stay lines.
 */
export function paragraphText(lines: Line[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let done = '';
  let open = '';
  for (const line of lines) {
    const words = cleanLine(lineText(line));
    open = joinLines([open, words]);
    starts.push(done.length + open.length - words.length);
    const end = line.cells.at(-1)?.right ?? 0;
    const left = line.cells[0]?.left ?? 0;
    if (end > left + (line.columnRight - left) * 0.75) continue;
    done += `${open}\n`;
    open = '';
  }
  return { text: (done + open).trimEnd(), starts };
}
