import { splitSentences } from '../words/split-sentences';
import { normalize } from '../words/tokenize';

/** A stretch of a normalized text, from `start` to before `end`. */
export interface Span {
  start: number;
  end: number;
}

const asks = /\?\P{L}*$/u;

/**
 * Where in the normalized text the sentences stand that ask nothing, while others ask: people tell
 * what happened to them and then ask. None where nothing is asked, or everything asks.
 */
export function findAsides(text: string, normalized: string): Span[] {
  let end = 0;
  const sentences = splitSentences(text).map((sentence) => {
    const folded = normalize(sentence);
    const start = Math.max(end, normalized.indexOf(folded, end));
    end = start + folded.length;
    return { start, end, isQuestion: asks.test(folded) };
  });
  if (!sentences.some(({ isQuestion }) => isQuestion)) return [];
  return sentences.filter(({ isQuestion }) => !isQuestion);
}

/** What asks for a thing of some kind, and the two characters that name the kind. */
const namedKind = /(?:什么|何种?|哪一?[个位种座所条家门本部些项支只名场]?)\p{Script=Han}{2}/gu;

/** Where a normalized text names the kind of thing that is asked for, as 大学 in 哪所大学. */
export function findNamedKinds(normalized: string): Span[] {
  return [...normalized.matchAll(namedKind)].map(({ 0: found, index }) => {
    const end = index + found.length;
    return { start: end - 2, end };
  });
}
