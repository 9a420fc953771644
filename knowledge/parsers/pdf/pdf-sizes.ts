import { isSlanted, type Line, lineText } from './pdf-lines';

/** Letters this much larger than those of running text make a title. */
const titleScale = 1.15;
const maxTitleLength = 160;
/** Chapters and sections of Chinese rules, often set in the size of running text. */
const chapter = /^第[一二三四五六七八九十百零\d]+[章节编][\s\S]{0,30}$/;
const listItem = /^([•·▪■●◦‣○*–-]|\(?\d{1,3}[.)]|[（(][一二三四五六七八九十\d]+[）)])\s*\S/;

/** Sizes of running text and of titles, over the whole document. */
export interface Sizes {
  body: number;
  titles: number[];
}

export function findSizes(lines: Line[]): Sizes {
  const lengths = new Map<number, number>();
  for (const line of lines.filter((each) => !isSlanted(each))) {
    const size = Math.round(line.size);
    lengths.set(size, (lengths.get(size) ?? 0) + lineText(line).length);
  }
  const [body = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const titles = [...lengths.keys()].filter((size) => size >= body * titleScale);
  return { body, titles: titles.sort((a, b) => b - a) };
}

/** The rank of a title, from 1 to 6; undefined for what is no title. */
export function titleLevel(lines: Line[], text: string, sizes: Sizes): number | undefined {
  if (text.length > maxTitleLength || lines.some(isSlanted)) return undefined;
  const rank = sizes.titles.indexOf(Math.round(Math.max(...lines.map((line) => line.size))));
  if (rank >= 0) return Math.min(rank + 1, 6);
  return chapter.test(text) ? Math.min(sizes.titles.length + 1, 6) : undefined;
}

export function isListItem(text: string): boolean {
  return listItem.test(text);
}

export function isChapter(line: Line): boolean {
  return chapter.test(lineText(line));
}
