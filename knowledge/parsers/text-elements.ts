import { cleanCharacters, cleanLine, joinLines } from './clean-text';
import type { Element } from './parsed-document';

/** Shorter lines were broken on purpose: addresses, lists, verses. */
const wrappedLineLength = 55;

/** Plain text as paragraphs, which blank lines set apart. */
export function textElements(source: string): Element[] {
  return cleanCharacters(source)
    .split(/\n[ \t]*\n/)
    .flatMap((paragraph): Element[] => {
      const text = unwrap(paragraph.split('\n').map(cleanLine).filter(Boolean));
      return text === '' ? [] : [{ kind: 'text', text, page: null }];
    });
}

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
