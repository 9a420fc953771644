import { cleanLine, joinLines } from './clean-text';
import type { Element } from './parsed-document';
import { type Line, lineText } from './pdf-lines';
import { dropRunningLines } from './pdf-running-lines';
import { tableLength, tableRows } from './pdf-tables';
import { tableElements } from './table-element';

/** Letters this much larger than those of running text make a title. */
const titleScale = 1.15;
const maxTitleLength = 160;
/** Lines of one paragraph are at most this many font sizes apart. */
const maxLineSpacing = 2.5;
/** Chapters and sections of Chinese rules, often set in the size of running text. */
const chapter = /^第[一二三四五六七八九十百零\d]+[章节编][\s\S]{0,30}$/;
const listItem = /^([•·▪■●◦‣○*–-]|\(?\d{1,3}[.)]|[（(][一二三四五六七八九十\d]+[）)])\s*\S/;

/** Sizes of running text and of titles, over the whole document. */
interface Sizes {
  body: number;
  titles: number[];
}

/** Turns the lines of all pages into elements. Nothing spans pages, so that each has its own number. */
export function pdfElements(allPages: Line[][]): Element[] {
  const pages = dropRunningLines(allPages);
  const sizes = findSizes(pages.flat());
  return pages.flatMap((lines) => pageElements(lines, sizes));
}

function findSizes(lines: Line[]): Sizes {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size);
    lengths.set(size, (lengths.get(size) ?? 0) + lineText(line).length);
  }
  const [body = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const titles = [...lengths.keys()].filter((size) => size >= body * titleScale);
  return { body, titles: titles.sort((a, b) => b - a) };
}

function pageElements(lines: Line[], sizes: Sizes): Element[] {
  const elements: Element[] = [];
  const spacing = lineSpacing(lines);
  const right = Math.max(...lines.map((line) => line.cells.at(-1)?.right ?? 0));
  let at = 0;
  while (at < lines.length) {
    const length = tableLength(lines, at);
    const taken = lines.slice(at, at + (length || paragraphLength(lines, at, spacing)));
    at += taken.length;
    const [first] = taken;
    if (!first) break;
    if (length > 0) elements.push(...tableElements(tableRows(taken), first.page));
    else elements.push(textElement(taken, sizes, right));
  }
  return elements.filter((element) => element.text !== '');
}

/** The distance from line to line inside paragraphs: the lower quartile of all on the page. */
function lineSpacing(lines: Line[]): number {
  const gaps = lines
    .map((line, index) => (lines[index - 1]?.baseline ?? line.baseline) - line.baseline)
    .filter((gap) => gap > 1)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

function paragraphLength(lines: Line[], start: number, spacing: number): number {
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1], lines[at]];
    if (!above || !line) break;
    const gap = above.baseline - line.baseline;
    const usual = Math.min(Math.max(spacing, line.size), line.size * maxLineSpacing);
    const isFar = gap < 0 || gap > usual * 1.3;
    const isOtherSize = Math.abs(above.size - line.size) > 0.6;
    if (isFar || isOtherSize || startsBlock(line) || isChapter(above)) break;
    if (tableLength(lines, at) > 0) break;
  }
  return at - start;
}

function startsBlock(line: Line): boolean {
  return listItem.test(lineText(line)) || isChapter(line);
}

function isChapter(line: Line): boolean {
  return chapter.test(lineText(line));
}

function textElement(lines: Line[], sizes: Sizes, right: number): Element {
  const page = lines[0]?.page ?? null;
  const text = paragraphText(lines, right);
  const size = Math.round(Math.max(...lines.map((line) => line.size)));
  const rank = sizes.titles.indexOf(size);
  if (text.length <= maxTitleLength && (rank >= 0 || chapter.test(text))) {
    const level = rank >= 0 ? Math.min(rank + 1, 6) : Math.min(sizes.titles.length + 1, 6);
    return { kind: 'title', text: text.replaceAll('\n', ' '), page, level };
  }
  return { kind: listItem.test(text) ? 'list' : 'text', text, page };
}

/** Lines that end well before the right edge were ended by the author and stay lines. */
function paragraphText(lines: Line[], right: number): string {
  const whole: string[] = [];
  let open: string[] = [];
  for (const line of lines) {
    open.push(cleanLine(lineText(line)));
    const end = line.cells.at(-1)?.right ?? 0;
    const left = line.cells[0]?.left ?? 0;
    if (end > left + (right - left) * 0.75) continue;
    whole.push(joinLines(open));
    open = [];
  }
  if (open.length > 0) whole.push(joinLines(open));
  return whole.join('\n');
}
