import { isolates } from './isolated';

const hidden = new RegExp(`[[\\p{C}\\s]--[${isolates.open}${isolates.close}]]+`, 'gv');

/**
 * A line of an outside system's data for Markdown: it stays words, and becomes no link, picture,
 * heading or citation. Bare addresses, which Markdown would link, are shown as text. What `isolated`
 * put around a value stays.
 */
export function escapeData(line: string): string {
  return line
    .replace(hidden, ' ')
    .replace(/[\\`*_[\]<>#|~!&$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/\bmailto:|\bxmpp:/gi, (found) => `${found.slice(0, -1)}\\:`);
}
