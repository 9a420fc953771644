/**
 * A line of an outside system's data for Markdown: it stays words, and becomes no link, picture,
 * heading or citation. Bare addresses, which Markdown would link, are shown as text.
 */
export function escapeData(line: string): string {
  return line
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[\\`*_[\]<>#|~!&$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/\bmailto:|\bxmpp:/gi, (found) => `${found.slice(0, -1)}\\:`);
}
