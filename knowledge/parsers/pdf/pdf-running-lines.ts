import { type Line, lineText } from './pdf-lines';

/** Lines at the top and at the bottom of a page that may be running headers and footers. */
const depth = 2;
/** They stand on this many pages at least, and on this share of all. */
const minPages = 3;
const minShare = 0.4;
/** And apart from the page's text by this many font sizes: the header row of a table does not. */
const minGap = 1.6;

/**
 * Leaves out headers and footers that repeat from page to page, but for the first time they stand:
 * repeated, they break paragraphs and are found instead of what is asked for.
 */
export function dropRunningLines(pages: Line[][]): Line[][] {
  const candidates = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of candidates) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(minPages, pages.length * minShare);
  const seen = new Set<string>();
  return pages.map((lines, index) => {
    const dropped = new Set<Line>();
    for (const line of candidates[index] ?? []) {
      const key = keyOf(line);
      if ((counts.get(key) ?? 0) < enough) continue;
      if (seen.has(key)) dropped.add(line);
      seen.add(key);
    }
    return lines.filter((line) => !dropped.has(line));
  });
}

/** The outermost lines of a page, as far as each stands apart from the next one inwards. */
function edgeLines(lines: Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.baseline - a.baseline);
  return [...edge(byHeight), ...edge(byHeight.toReversed())];
}

function edge(ordered: Line[]): Line[] {
  const isApart = (line: Line, index: number) => {
    const next = ordered[index + 1];
    return next !== undefined && Math.abs(line.baseline - next.baseline) > minGap * next.size;
  };
  const outer = ordered.slice(0, depth);
  return outer.slice(0, outer.findLastIndex(isApart) + 1);
}

/** Page numbers differ from page to page. */
function keyOf(line: Line): string {
  return lineText(line).replace(/\d+/g, '#');
}
