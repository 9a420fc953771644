import { type Rect, unite } from './pdf-geometry';
import { type Piece, textRect } from './pdf-piece';
import { cellGap, isApart } from './pdf-show-text';

/** Text between two wide gaps of a line. Lengths are in points, along the text's direction. */
export interface Cell {
  text: string;
  left: number;
  right: number;
}

/** What the document itself, or the lines that it draws, say of some lines: they belong together. */
export interface Block {
  kind: 'title' | 'text' | 'list' | 'table';
  /** Of a title. */
  level?: number;
}

/** One printed line. A line of running text has one cell, the row of a table several. */
export interface Line {
  cells: Cell[];
  baseline: number;
  /** Font size in points. */
  size: number;
  isBold: boolean;
  page: number;
  /** Where it stands, along the text's direction, which is turned by `angle` degrees. */
  place: Rect;
  angle: number;
  /** Where the longest lines of its column end. */
  columnRight: number;
  block?: Block;
  /** Of a line that is a whole row of a table: its cells by column. */
  row?: string[];
}

/** Pieces next to each other in one line, without a wide gap. */
export interface Segment extends Cell {
  baseline: number;
  size: number;
  isBold: boolean;
  place: Rect;
  /** When it is drawn, compared with others of its page. */
  order: number;
  /** The lines that it stands for, where these are laid out already: a table's. */
  lines?: Line[];
}

/** Letters in a line are at least this share of its largest: smaller and larger ones are notes and ornaments. */
const leastSizeShare = 0.45;
/** Extents of two pieces in one line share this much of the smaller one: superscripts do. */
const leastOverlap = 0.6;
/** A piece drawn again this near, in font sizes, makes it look bold. */
const shadowOffset = 0.12;
const literalSpace = 0.25;

interface Draft {
  pieces: { piece: Piece; order: number }[];
  bottom: number;
  top: number;
  size: number;
}

/** The lines of pieces with one direction, from the top down, each from left to right. */
export function findRows(pieces: Piece[]): Segment[][] {
  const drafts: Draft[] = [];
  const ordered = pieces
    .map((piece, order) => ({ piece, order }))
    .sort((a, b) => b.piece.baseline - a.piece.baseline);
  for (const entry of ordered) {
    const extent = coreExtent(entry.piece);
    const draft = drafts.slice(-4).findLast((open) => isSameRow(open, extent));
    if (!draft) drafts.push({ pieces: [entry], ...extent });
    else {
      draft.pieces.push(entry);
      if (extent.size > draft.size) Object.assign(draft, extent);
    }
  }
  return drafts.map(({ pieces: row }) => joinPieces(row)).filter((row) => row.length > 0);
}

/** The height of small letters and a little more: what tells lines apart. */
function coreExtent({ baseline, size }: Piece) {
  return { bottom: baseline - 0.1 * size, top: baseline + 0.7 * size, size };
}

function isSameRow(one: Omit<Draft, 'pieces'>, other: Omit<Draft, 'pieces'>): boolean {
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return (
    shared >= leastOverlap * (small.top - small.bottom) && small.size >= leastSizeShare * large.size
  );
}

function joinPieces(row: { piece: Piece; order: number }[]): Segment[] {
  const segments: Segment[] = [];
  const sorted = row.sort((a, b) => a.piece.left - b.piece.left || a.order - b.order);
  let last: Piece | undefined;
  for (const { piece, order } of sorted) {
    if (last && isShadow(last, piece)) continue;
    last = piece;
    const open = segments.at(-1);
    if (open && isNext(open, piece)) extend(open, piece, order);
    else {
      const { text, left, right, baseline, size, isBold } = piece;
      segments.push({ text, left, right, baseline, size, isBold, place: textRect(piece), order });
    }
  }
  for (const segment of segments) segment.text = segment.text.trim();
  return segments.filter(({ text }) => text !== '');
}

function isShadow(last: Piece, piece: Piece): boolean {
  const near = shadowOffset * piece.size;
  return (
    last.text === piece.text &&
    Math.abs(last.left - piece.left) < near &&
    Math.abs(last.baseline - piece.baseline) < near
  );
}

function isNext(open: Segment, piece: Piece): boolean {
  const hasSpace = open.text.endsWith(' ') || piece.text.startsWith(' ');
  const widest = (cellGap + (hasSpace ? literalSpace : 0)) * Math.min(piece.size, open.size);
  return piece.left - open.right <= widest;
}

function extend(open: Segment, piece: Piece, order: number): void {
  const gap = (piece.left - open.right) / piece.size;
  const hasSpace = open.text.endsWith(' ') || piece.text.startsWith(' ');
  open.text += (!hasSpace && isApart(open.text, piece.text, gap) ? ' ' : '') + piece.text;
  open.right = Math.max(open.right, piece.right);
  open.place = unite([open.place, textRect(piece)]);
  open.order = Math.min(open.order, order);
  open.isBold &&= piece.isBold;
  if (piece.size > open.size) {
    open.size = piece.size;
    open.baseline = piece.baseline;
  }
}

/**
 * A row of segments, from left to right, as the line it is, or the lines that it stands for.
 * @param columnRight where the lines of this column end
 */
export function toLines(row: Segment[], columnRight: number, page: number, angle: number): Line[] {
  const laidOut = row.flatMap(({ lines = [] }) => lines);
  if (laidOut.length > 0) return laidOut;
  const largest = row.reduce((a, b) => (b.size > a.size ? b : a));
  const line: Line = {
    cells: row.map(({ text, left, right }) => ({ text, left, right })),
    baseline: largest.baseline,
    size: largest.size,
    isBold: row.every(({ isBold }) => isBold),
    page,
    place: unite(row.map(({ place }) => place)),
    angle,
    columnRight,
  };
  return [line];
}

/** Neither level nor upright: a stamp or watermark rather than text of the page. */
export function isSlanted({ angle }: Line): boolean {
  return angle % 90 !== 0;
}

/** What a line says, cells set apart by a space. */
export function lineText(line: Line): string {
  return line.cells.map((cell) => cell.text).join(' ');
}
