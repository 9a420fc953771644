import { cleanCharacters, cleanLine, joinLines } from './clean-text';
import { decodeText } from './decode-text';
import type { Element } from './parsed-document';
import type { Parser } from './parser';

/** Shorter lines were broken on purpose: addresses, lists, verses. */
const wrappedLineLength = 55;

/** Reads plain text: paragraphs are set apart by blank lines. */
export const parseTxt: Parser = async (file) => {
  const paragraphs = cleanCharacters(decodeText(file)).split(/\n[ \t]*\n/);
  const elements = paragraphs.flatMap((paragraph): Element[] => {
    const text = unwrap(paragraph.split('\n').map(cleanLine).filter(Boolean));
    return text === '' ? [] : [{ kind: 'text', text, page: null }];
  });
  return { pages: null, elements };
};

/** Joins lines that an editor wrapped; keeps those that end where the author ended them. */
function unwrap(lines: string[]): string {
  const whole: string[] = [];
  let open: string[] = [];
  for (const line of lines) {
    open.push(line);
    if (line.length >= wrappedLineLength && !/[.!?:。！？：；]$/.test(line)) continue;
    whole.push(joinLines(open));
    open = [];
  }
  if (open.length > 0) whole.push(joinLines(open));
  return whole.join('\n');
}
