import { joinLines } from '../clean-text';
import { unite } from './pdf-geometry';
import { type Block, type Line, lineText } from './pdf-lines';
import type { PageContent } from './pdf-page-content';
import { insertByHeight, layOut } from './pdf-page-lines';
import type { Piece } from './pdf-piece';
import { type TagBlock, type TagGroup, type TagTable, tagBlocks } from './pdf-structure';
import { tableLength } from './pdf-tables';

/** Tags that hold less than this share of a page's text say too little of it. */
const leastShare = 0.7;
/** Where this share of many paragraphs are single full lines, lines were tagged, not paragraphs. */
const tornShare = 0.8;
const manyBlocks = 6;
/** A paragraph that goes on this many font sizes higher is in the next column there. */
const columnJump = 2;

/**
 * The lines of a tagged page in the order of its tags, with what these say of them. Running headers
 * and what else is not tagged is put in by its height.
 * @returns null when the tags do not fit the page
 */
export function taggedLines(tags: TagGroup, content: PageContent): Line[] | null {
  const visible = content.pieces.filter(({ hidden }) => hidden === null);
  const byMark = Map.groupBy(visible, ({ mark }) => mark);
  const piecesOf = (marks: number[]) =>
    marks.flatMap((mark) => {
      const pieces = byMark.get(mark) ?? [];
      byMark.delete(mark);
      return pieces;
    });
  const blocks = tagBlocks(tags).map((block) =>
    block.kind === 'table'
      ? tableLines(block, piecesOf, content)
      : textLines(block, piecesOf(block.marks), content),
  );
  const loose = [...byMark.values()].flat();
  const looseShare = lengthOf(loose) / Math.max(1, lengthOf(visible));
  if (looseShare > 1 - leastShare || isTorn(blocks)) return null;
  return layOut(loose, content).reduce(
    (lines, line) => insertByHeight(lines, [line]),
    blocks.flat(),
  );
}

function lengthOf(pieces: Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

function isTorn(blocks: Line[][]): boolean {
  const texts = blocks.filter(([first]) => first?.block?.kind === 'text');
  const right = Math.max(...texts.flat().map(({ place }) => place.right));
  const full = texts.filter(([line, second]) => line && !second && line.place.right > 0.9 * right);
  return texts.length >= manyBlocks && full.length >= tornShare * texts.length;
}

function textLines({ kind, level }: TagBlock, pieces: Piece[], content: PageContent): Line[] {
  if (pieces.length === 0) return [];
  const lines = stretches(pieces).flatMap((part) => layOut(part, { ...content, rules: [] }));
  const holdsTable = kind === 'text' && lines.some((_, at) => tableLength(lines, at) > 0);
  if (holdsTable) return lines;
  const block: Block = { kind, level };
  return lines.map((line) => ({ ...line, block }));
}

/** A paragraph that goes on at the top of the next column, column by column. */
function stretches(pieces: Piece[]): Piece[][] {
  const parts: Piece[][] = [];
  pieces.forEach((piece, at) => {
    const last = pieces[at - 1];
    const isJump = last && piece.baseline - last.baseline > columnJump * piece.size;
    if (isJump || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(piece);
  });
  return parts;
}

function tableLines(
  { rows }: TagTable,
  piecesOf: (marks: number[]) => Piece[],
  content: PageContent,
): Line[] {
  const block: Block = { kind: 'table' };
  const open: { text: string; rows: number }[] = [];
  return rows.flatMap((cells) => {
    const lines: Line[] = [];
    const row: string[] = [];
    const fillSpanned = () => {
      for (let above = open[row.length]; above && above.rows > 0; above = open[row.length]) {
        above.rows -= 1;
        row.push(above.text);
      }
    };
    for (const cell of cells) {
      fillSpanned();
      const inside = layOut(piecesOf(cell.marks), { ...content, rules: [] });
      const text = joinLines(inside.map(lineText));
      lines.push(...inside);
      for (let column = 0; column < cell.columns; column += 1) {
        open[row.length] = { text, rows: cell.rows - 1 };
        row.push(column === 0 ? text : '');
      }
    }
    fillSpanned();
    return lineOfRow(lines, row, block);
  });
}

/** The lines of all cells as the one line that a row is. */
function lineOfRow(lines: Line[], row: string[], block: Block): Line[] {
  const [first] = lines;
  if (!first) return [];
  const place = unite(lines.map((line) => line.place));
  const { left, right, bottom } = place;
  const cells = row.filter(Boolean).map((text) => ({ text, left, right }));
  return [{ ...first, cells, baseline: bottom, place, block, row }];
}
