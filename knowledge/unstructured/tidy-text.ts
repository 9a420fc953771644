import { cleanCharacters, cleanLine, joinLines } from '../parsers/clean-text';

/** A space between two Chinese characters, and two that touch. */
const spaced = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
const touching = /\p{Script=Han}(?=\p{Script=Han})/gu;

/** Types whose line breaks are their author's. */
const keepsLines = new Set(['CodeSnippet', 'Address', 'Formula']);

/** What the service read, as text is kept here. */
export function tidyText(text: string, type = ''): string {
  const lines = cleanCharacters(text).split('\n').map(cleanLine).filter(Boolean);
  const whole = keepsLines.has(type) ? lines.join('\n') : joinLines(lines);
  return withoutOcrSpaces(whole);
}

/** Recognised Chinese comes with a space after each character; a few are the author's own. */
export function withoutOcrSpaces(text: string): string {
  const spaces = text.match(spaced)?.length ?? 0;
  const isRecognised = spaces > (text.match(touching)?.length ?? 0);
  return isRecognised ? text.replace(spaced, '') : text;
}
