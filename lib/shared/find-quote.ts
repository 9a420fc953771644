/** A stretch of a text, by characters; `end` is the first one after it. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Where a quote stands in a text, whatever the white space of both: passages join lines otherwise
 * than the documents they come from. Null when it is not in it.
 */
export function findQuote(text: string, quote: string): TextRange | null {
  const words = quote.replace(/\s+/g, '');
  if (words === '') return null;
  const letters = [...text.matchAll(/\S/g)];
  const at = letters
    .map(([letter]) => letter)
    .join('')
    .indexOf(words);
  const first = letters[at];
  const last = letters[at + words.length - 1];
  return first && last ? { start: first.index, end: last.index + 1 } : null;
}
