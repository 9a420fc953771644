import type { PageArea } from '@/lib/shared/chunks';
import type { DocumentElement } from '@/lib/shared/documents';
import { findQuote } from '@/lib/shared/find-quote';
import { rowLine } from '../parsers/table-element';

type Box = NonNullable<DocumentElement['boxes']>[number];

/** Places are rounded when passages are made: this much of a page may be between two equal ones. */
const tolerance = 2e-4;

/**
 * Where the words of a quote stand, line by line, among what was read of its page.
 * @param within places of the passage that is quoted: the same words elsewhere are not meant
 * @returns empty where nothing tells: then only the passage as a whole has a place
 */
export function quoteAreas(
  elements: DocumentElement[],
  quote: string,
  within: PageArea[],
): PageArea[] {
  const shown = elements.filter(({ hidden, page, boxes = [] }) => {
    return !hidden && page !== null && boxes.some((box) => isIn(box, page, within));
  });
  const found = quote.split('\n').flatMap((line) => areasOfLine(shown, line));
  const inside = found.filter((area) => isIn(area, area.page, within));
  return [...new Map(inside.map((area) => [JSON.stringify(area), area])).values()];
}

function areasOfLine(elements: DocumentElement[], words: string): PageArea[] {
  for (const { text, rows, page, boxes = [] } of elements) {
    const places = rows ? rowBoxes(rows, boxes, words) : lineBoxes(text, boxes, words);
    if (page !== null && places.length > 0) {
      return places.map(({ x, y, width, height }) => ({ page, x, y, width, height }));
    }
  }
  return [];
}

/** The boxes of the lines over which these words of a text run. */
function lineBoxes(text: string, boxes: Box[], words: string): Box[] {
  const range = findQuote(text, words);
  if (!range) return [];
  return boxes.filter((box, index) => {
    const next = boxes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return box.at < range.end && next > range.start;
  });
}

/** The box of the first row that holds these words; none unless each row has a box of its own. */
function rowBoxes(rows: string[][], boxes: Box[], words: string): Box[] {
  if (boxes.length !== rows.length) return [];
  const box = boxes[rows.findIndex((cells) => findQuote(rowLine(cells), words))];
  return box ? [box] : [];
}

function isIn(box: Omit<Box, 'at'>, page: number, areas: PageArea[]): boolean {
  return areas.some(
    (area) =>
      area.page === page &&
      box.x >= area.x - tolerance &&
      box.y >= area.y - tolerance &&
      box.x + box.width <= area.x + area.width + 2 * tolerance &&
      box.y + box.height <= area.y + area.height + 2 * tolerance,
  );
}
