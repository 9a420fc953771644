const maxLength = 60;

/** The beginning of a text, in one line: enough to know it by. */
export function openingWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength).trimEnd()}…` : line;
}
