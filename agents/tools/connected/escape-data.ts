import { isolates } from './isolated';

const hidden = new RegExp(`[[\\p{C}\\s]--[${isolates.open}${isolates.close}]]+`, 'gv');

/**
 * What is made a link or a citation of in spite of any escaping: addresses of pages and of mail, and
 * marks such as [1].
 */
const literal =
  /((?:https?:\/\/|www\.)[^\s`<>\u2068\u2069]*[^\s`<>\u2068\u2069.,;:!?)\]}'"]|www(?=\.)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[\d{1,2}(?:\s*[,，、]\s*\d{1,2})*\]|【\d{1,2}】)/gi;

/** How a list or a rule begins. */
const opening = /^ ?\d{0,9}(?=[-+.)](?:[ -]|$))/;

/**
 * A line of an outside system's data for Markdown: it stays words, and becomes no link, picture,
 * heading, list or citation. Addresses and what looks like a citation are shown as code, in which
 * nothing is made of them. What `isolated` put around a value stays.
 */
export function escapeData(line: string): string {
  return line
    .replace(hidden, ' ')
    .split(literal)
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : escapeWords(part)))
    .join('')
    .replace(opening, '$&\\');
}

const escapeWords = (text: string) => text.replace(/[\\`*_[\]<>#|~!&$@]/g, '\\$&');
