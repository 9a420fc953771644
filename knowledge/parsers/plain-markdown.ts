/**
 * What a reader sees of a line of Markdown: link texts without addresses, no marks of emphasis, no
 * tags. Takes time in proportion to the length, whatever the line is.
 */
export function plainMarkdown(line: string): string {
  // Every other piece is code, which stays as it is.
  const pieces = line.split(/(?<!`)`+([^`]+)`+/);
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : plainText(piece))).join('');
}

function plainText(piece: string): string {
  const text = piece
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/g, '$1')
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1')
    .replace(/<(https?:[^<>\s]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ');
  return withoutStrongMarks(text)
    .replace(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** Takes away pairs of marks: one before a word, and the same after one. */
function withoutStrongMarks(text: string): string {
  const opened = new Map<string, number>();
  const removed = new Map<number, number>();
  for (const found of text.matchAll(/\*\*\*|\*\*|___|__|~~/g)) {
    const [mark] = found;
    const from = opened.get(mark);
    const isAfterWord = /\S/.test(text.charAt(found.index - 1));
    if (from !== undefined && isAfterWord && found.index > from + mark.length) {
      removed.set(from, mark.length).set(found.index, mark.length);
      opened.delete(mark);
    } else if (/\S/.test(text.charAt(found.index + mark.length))) opened.set(mark, found.index);
  }
  if (removed.size === 0) return text;
  let plain = '';
  let at = 0;
  for (const [from, length] of [...removed].sort(([left], [right]) => left - right)) {
    plain += text.slice(at, from);
    at = from + length;
  }
  return plain + text.slice(at);
}
