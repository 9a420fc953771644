/** A passage cut around the quoted words; all of it is `before` when the quote is not in it. */
export interface MarkedPassage {
  before: string;
  quote: string;
  after: string;
}

/** Finds the quote in the passage, whatever the white space, for showing it marked. */
export function markQuote(passage: string, quote: string): MarkedPassage {
  const words = quote.trim().split(/\s+/).filter(Boolean).map(escapePattern);
  const match = words.length > 0 ? new RegExp(words.join('\\s+')).exec(passage) : null;
  if (!match) return { before: passage, quote: '', after: '' };
  const end = match.index + match[0].length;
  return { before: passage.slice(0, match.index), quote: match[0], after: passage.slice(end) };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
