import type { Box, Element } from '../parsers/parsed-document';
import { rowLine } from '../parsers/table-element';
import { estimateTokens, sizes } from '../text-size';
import { splitSentences } from '../words/split-sentences';

/** The least that is never cut: a sentence, an item, a row. */
export interface Unit {
  text: string;
  page: number | null;
  /** Where its lines stand on the page; empty where the format has no places. */
  boxes: Box[];
  /** Stands again at the top of a chunk that begins with this unit: the header of its table. */
  header?: string;
  /** What stands between this unit and the one before. */
  glue: string;
}

/** Cuts an element into units, each with the places of its own lines. */
export function unitsOf(element: Element): Unit[] {
  return element.rows ? rowUnits(element, element.rows) : sentenceUnits(element);
}

/** A title is one unit. */
export function titleUnit({ text, page, boxes = [] }: Element): Unit {
  return { text, page, boxes, glue: '\n' };
}

function sentenceUnits({ text, page, boxes = [] }: Element): Unit[] {
  const units: Unit[] = [];
  let lineStart = 0;
  for (const [lineIndex, line] of text.split('\n').entries()) {
    let at = lineStart;
    for (const [index, sentence] of splitSentences(line).flatMap(cutOverlong).entries()) {
      const start = Math.max(at, text.indexOf(sentence, at));
      at = start + sentence.length;
      const startsElement = lineIndex === 0 && index === 0;
      const glue = startsElement ? '\n\n' : index === 0 ? '\n' : '';
      units.push({ text: sentence, page, boxes: boxesBetween(boxes, start, at), glue });
    }
    lineStart += line.length + 1;
  }
  return units;
}

function rowUnits({ page, boxes = [] }: Element, [header = [], ...rows]: string[][]): Unit[] {
  const line = rowLine(header);
  // A box to each row says where it stands; other counts say nothing about single rows.
  const isPlaced = boxes.length === rows.length + 1;
  const boxesOf = (row: number) => {
    const box = boxes[row];
    return isPlaced && box ? [box] : boxes;
  };
  const first: Unit = { text: line, page, boxes: boxesOf(0), glue: '\n\n' };
  const rest = rows.flatMap((row, index) =>
    cutOverlongRow(rowLine(row)).map((text): Unit => {
      return { text, page, boxes: boxesOf(index + 1), header: line, glue: '\n' };
    }),
  );
  return [first, ...rest];
}

/** The boxes whose lines overlap the characters from `start` to `end`. */
function boxesBetween(boxes: Box[], start: number, end: number): Box[] {
  return boxes.filter((box, index) => {
    const next = boxes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return box.at < end && next > start;
  });
}

/** Text without any end of sentence is cut between words, or where it must. */
function cutOverlong(sentence: string): string[] {
  return cutBeyond(sentence, sizes.longestSentence);
}

function cutOverlongRow(row: string): string[] {
  return cutBeyond(row, sizes.longestRow);
}

function cutBeyond(text: string, limit: number): string[] {
  const tokens = estimateTokens(text);
  if (tokens <= limit) return [text];
  const pieces: string[] = [];
  const longest = Math.floor((sizes.chunk * text.length) / tokens);
  for (let at = 0; at < text.length; ) {
    const end = at + longest;
    const space = text.lastIndexOf(' ', end);
    const cut = end < text.length && space > at + longest / 2 ? space : end;
    pieces.push(text.slice(at, cut).trim().toWellFormed());
    at = cut;
  }
  return pieces.filter(Boolean);
}
