import { cleanLine, needsSpace } from '../clean-text';
import type { Piece } from '../pdf-piece';
import { cellGap } from '../pdf-show-text';
import type { PrintedLine } from './tesseract-worker';

/** Words and lines that the reader is less sure of than this, of 100, are what it saw in a pattern. */
const leastWordConfidence = 30;
const leastLineConfidence = 50;
/** A picture with fewer letters and digits says nothing. */
const leastLetters = 2;
/** Usual print counts as so many points high, whatever its size in the picture. */
const usualSize = 10;
/** Print within these shares of the usual height is of the usual size: measures of it are rough. */
const usualRange = { least: 0.7, most: 1.45 };
const letter = /[\p{L}\p{N}]/gu;

export interface PicturePieces {
  pieces: Piece[];
  /** How sure the reader was of what is left, from 0 to 100. */
  confidence: number;
  /** Points for each pixel. */
  unit: number;
}

type Word = PrintedLine['words'][number];

/**
 * What was read of a picture, as pieces of text with their places, as a PDF's page has them.
 * @param height of usual print, in pixels
 * @param rows height of the picture, in pixels
 */
export function picturePieces(lines: PrintedLine[], height: number, rows: number): PicturePieces {
  const unit = usualSize / height;
  const kept = lines
    .map((line) => ({ line, words: line.words.filter(isRead) }))
    .filter(({ words }) => isPrint(words));
  const words = kept.flatMap((each) => each.words);
  if (countLetters(words) < leastLetters) return { pieces: [], confidence: 0, unit };
  const pieces = kept.flatMap(({ line, words: read }) => linePieces(line, read, { unit, rows }));
  return { pieces, confidence: meanConfidence(words), unit };
}

function isRead({ text, confidence }: Word): boolean {
  return confidence >= leastWordConfidence && cleanLine(text) !== '';
}

function isPrint(words: Word[]): boolean {
  return countLetters(words) > 0 && meanConfidence(words) >= leastLineConfidence;
}

function countLetters(words: Word[]): number {
  return words.reduce((sum, { text }) => sum + (text.match(letter)?.length ?? 0), 0);
}

/** Long words count for more: short ones are what dirt is taken for. */
function meanConfidence(words: Word[]): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const sum = words.reduce((total, { text, confidence }) => total + text.length * confidence, 0);
  return length === 0 ? 0 : sum / length;
}

/** Words without wide gaps are one piece: only words of Latin letters are set apart by spaces. */
function linePieces(
  line: PrintedLine,
  words: Word[],
  scale: { unit: number; rows: number },
): Piece[] {
  const { unit, rows } = scale;
  const size = printSize(line.rowAttributes.rowHeight * unit);
  const pieces: Piece[] = [];
  for (const { text, bbox } of words) {
    const [left, right] = [bbox.x0 * unit, bbox.x1 * unit];
    const clean = cleanLine(text);
    const last = pieces.at(-1);
    if (last && left - last.right <= cellGap * size) {
      last.text += (needsSpace(last.text, clean) ? ' ' : '') + clean;
      last.right = Math.max(last.right, right);
    } else {
      const baseline = (rows - baselineAt(line, (bbox.x0 + bbox.x1) / 2)) * unit;
      pieces.push({ ...plain, text: clean, left, right, baseline, size });
    }
  }
  return pieces;
}

const plain = { lost: 0, angle: 0, isBold: false, mark: null, hidden: null };

function printSize(size: number): number {
  const share = size / usualSize;
  return share > usualRange.least && share < usualRange.most ? usualSize : size;
}

function baselineAt({ baseline: { x0, y0, x1, y1 } }: PrintedLine, x: number): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
