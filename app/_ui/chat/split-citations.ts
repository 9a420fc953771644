const marker = /\[(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\]|【(\d{1,2})】/g;

/**
 * Splits an answer's text at its citation marks: «[1]», «[1, 2]», «【1】». Numbers in the result
 * are citations, strings are the text between them.
 */
export function splitCitations(text: string): (string | number)[] {
  const pieces: (string | number)[] = [];
  let end = 0;
  for (const match of text.matchAll(marker)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push(...(match[1] ?? match[2] ?? '').split(/\s*[,，、]\s*/).map(Number));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
