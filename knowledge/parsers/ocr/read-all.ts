import { type GreyPicture, toPgm } from './grey-picture';
import { type PrintedLine, readLines } from './tesseract-worker';
import { unreadInk } from './unread-ink';

/** More ink than this share outside of what was read may be print that was passed over. */
const suspicious = 0.25;
/** Words that count when two readings are compared: what is read into patterns is never as sure. */
const sureConfidence = 80;
/** The second reading is the better one when it has so many times as many sure letters. */
const clearlyMore = 1.05;

/** Reads a picture, a second time in another way when much of it seems to have been passed over. */
export async function readAll(picture: GreyPicture): Promise<PrintedLine[]> {
  const file = toPgm(picture);
  const lines = await readLines(file, 'column');
  if (unreadInk(picture, lines) < suspicious) return lines;
  const others = await readLines(file, 'block');
  return sureLetters(others) > sureLetters(lines) * clearlyMore ? others : lines;
}

function sureLetters(lines: PrintedLine[]): number {
  const words = lines.flatMap((line) => line.words);
  const sure = words.filter(({ confidence }) => confidence >= sureConfidence);
  return sure.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}
