import { cleanLine } from '../clean-text';
import type { Piece } from '../pdf/pdf-piece';
import { cellGap } from '../pdf/pdf-show-text';
import { printedText } from './printed-text';
import type { PrintedLine } from './tesseract-worker';

/** Text that the reader is less sure of than this, of 100, is what it saw in a pattern. */
const leastConfidence = 50;
/** A picture with fewer letters and digits says nothing. */
const leastLetters = 2;
/** So few letters may be seen in leaves and walls; they count when they are this sure, more when they are that. */
const fewLetters = 60;
const leastOfFew = 75;
const leastOfMany = 70;
/** Usual print counts as so many points high, whatever its size in the picture. */
const usualSize = 10;
/** Print within these shares of the usual height is of the usual size: measures of it are rough. */
const usualRange = { least: 0.7, most: 1.45 };
const letter = /[\p{L}\p{N}]/gu;
/** What a cell may say without a letter: nothing, or less or more. */
const sign = /^[-–—+%/]+$/;

export interface PicturePieces {
  pieces: Piece[];
  /** How sure the reader was of what is left, from 0 to 100. */
  confidence: number;
  /** Points for each pixel. */
  unit: number;
}

type Word = PrintedLine['words'][number];

/** Words of a line without wide gaps between them. */
interface Stretch {
  line: PrintedLine;
  words: Word[];
}

/**
 * What was read of a picture, as pieces of text with their places, as a PDF's page has them.
 * @param height of usual print, in pixels
 * @param rows height of the picture, in pixels
 */
export function picturePieces(lines: PrintedLine[], height: number, rows: number): PicturePieces {
  const unit = usualSize / height;
  const stretches = lines.flatMap((line) => toStretches(line, height)).filter(isPrint);
  const words = stretches.flatMap((stretch) => stretch.words);
  const [letters, confidence] = [countLetters(words), meanConfidence(words)];
  const least = letters > fewLetters ? leastOfMany : leastOfFew;
  const isText = letters >= leastLetters && confidence >= least;
  if (!isText) return { pieces: [], confidence: 0, unit };
  const pieces = stretches.map((stretch) => toPiece(stretch, unit, rows));
  return { pieces, confidence, unit };
}

function toStretches(line: PrintedLine, height: number): Stretch[] {
  const widest = cellGap * printSize(line.rowAttributes.rowHeight, height);
  const stretches: Stretch[] = [];
  for (const word of line.words.filter(({ text }) => cleanLine(text) !== '')) {
    const open = stretches.at(-1);
    const end = Math.max(...(open?.words.map(({ bbox }) => bbox.x1) ?? []));
    if (open && word.bbox.x0 - end <= widest) open.words.push(word);
    else stretches.push({ line, words: [word] });
  }
  return stretches;
}

function isPrint({ words }: Stretch): boolean {
  const saysSomething = countLetters(words) > 0 || words.some(({ text }) => sign.test(text));
  return saysSomething && meanConfidence(words) >= leastConfidence;
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

function toPiece({ line, words }: Stretch, unit: number, rows: number): Piece {
  const left = Math.min(...words.map(({ bbox }) => bbox.x0));
  const right = Math.max(...words.map(({ bbox }) => bbox.x1));
  return {
    text: printedText(words.map(({ text }) => cleanLine(text))),
    left: left * unit,
    right: right * unit,
    baseline: (rows - baselineAt(line, (left + right) / 2)) * unit,
    size: printSize(line.rowAttributes.rowHeight * unit, usualSize),
    ...plain,
  };
}

const plain = { controls: 0, angle: 0, isBold: false, mark: null, hidden: null };

function printSize(size: number, usual: number): number {
  const share = size / usual;
  return share > usualRange.least && share < usualRange.most ? usual : size;
}

function baselineAt({ baseline: { x0, y0, x1, y1 } }: PrintedLine, x: number): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
