import { isolates } from './isolated';

const hidden = new RegExp(`[[\\p{C}\\s]--[${isolates.open}${isolates.close}]]+`, 'gv');

/** What Markdown makes a link of by itself, however it is escaped: addresses of pages and of mail. */
const address =
  /((?:https?:\/\/|www\.)[^\s`<>\u2068\u2069]*[^\s`<>\u2068\u2069.,;:!?)\]}'"]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

/**
 * A line of an outside system's data for Markdown: it stays words, and becomes no link, picture,
 * heading or citation. Addresses are shown as code, in which nothing is linked. What `isolated` put
 * around a value stays.
 */
export function escapeData(line: string): string {
  return line
    .replace(hidden, ' ')
    .split(address)
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : escapeWords(part)))
    .join('');
}

const escapeWords = (text: string) => text.replace(/[\\`*_[\]<>#|~!&$@]/g, '\\$&');
