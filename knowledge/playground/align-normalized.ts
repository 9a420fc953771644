import { normalize } from '../words/tokenize';

/** A normalized text that knows where its characters come from. */
interface AlignedText {
  normalized: string;
  /** The stretch of the original text that a stretch of the normalized one was made of. */
  originOf: (start: number, end: number) => { start: number; end: number };
}

/** Words, and what stands between them: normalizing never reaches over the border. */
const pieces = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;

/**
 * Normalizes a text and remembers the way back: an ellipsis becomes three dots, accents vanish,
 * and Taiwanese words may become longer or shorter ones of the mainland.
 */
export function alignNormalized(text: string): AlignedText {
  let normalized = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const made = normalize(piece);
    let done = 0;
    let from = 0;
    for (const [at, length] of boundaries(piece, made)) {
      for (; done < length; done += 1) {
        starts.push(index + from);
        ends.push(index + at);
      }
      from = at;
    }
    normalized += made;
  }
  const originOf = (start: number, end: number) => ({
    start: starts[start] ?? text.length,
    end: ends[end - 1] ?? text.length,
  });
  return { normalized, originOf };
}

/** Places in the piece, ascending, with the length of what everything before them became. */
function boundaries(piece: string, made: string): [number, number][] {
  const all: [number, number][] = [];
  for (let at = 1; at < piece.length; at += 1) {
    if (piece.length === made.length) {
      all.push([at, at]);
      continue;
    }
    // Inside a word that became another one, no beginning of the piece is a beginning of the whole.
    const before = normalize(piece.slice(0, at));
    const isApart = before + normalize(piece.slice(at)) === made;
    if (isApart) all.push([at, before.length]);
  }
  return [...all, [piece.length, made.length]];
}
