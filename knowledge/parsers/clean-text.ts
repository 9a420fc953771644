import { replaceRadical } from './cjk-radicals';

/** Kangxi radicals, compatibility ideographs, ligatures, presentation forms, full-width letters and digits. */
const compatibility =
  /[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const radicals = /[\u2e80-\u2ef3]/g;
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
const spaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+/g;

/**
 * Text as it is stored and searched: letters in their plain form (NFKC for letters, radicals to
 * ideographs), without control and invisible characters. Punctuation stays as it was written, so
 * that quotes read like the document.
 */
export function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(compatibility, (character) => character.normalize('NFKC'))
    .replace(radicals, replaceRadical)
    .replace(/\r\n?|\f|\u0085/g, '\n')
    .replace(invisible, '')
    .replace(controls, '');
}

/** `cleanCharacters`, on one line, with single spaces and none at the ends. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(/\n+/g, ' ').replace(spaces, ' ').trim();
}

const han =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！“”‘’（）《》【】—…]/u;

/** Whether a space belongs between two pieces of a line: not where Chinese or Japanese meets itself. */
export function needsSpace(left: string, right: string): boolean {
  const before = left.at(-1) ?? ' ';
  const after = right.at(0) ?? ' ';
  if (/\s/.test(before) || /\s/.test(after)) return false;
  return !(han.test(before) && han.test(after));
}

/**
 * Joins the lines of one paragraph: with a space between words, without one between Chinese
 * characters, and healing words that were hyphenated at the end of a line.
 */
export function joinLines(lines: string[]): string {
  const pieces: string[] = [];
  // Looking at the end of the joined text each time would copy all of it each time.
  for (const line of lines.filter((one) => one !== '')) {
    const last = pieces.at(-1) ?? '';
    const isHyphened = /^\p{Ll}-$/u.test(last.slice(-2)) && /^\p{Ll}/u.test(line);
    if (isHyphened) pieces[pieces.length - 1] = last.slice(0, -1);
    else if (last !== '' && needsSpace(last, line)) pieces.push(' ');
    pieces.push(line);
  }
  return pieces.join('');
}
