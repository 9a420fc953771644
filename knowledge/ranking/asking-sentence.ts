import { splitSentences } from '../words/split-sentences';

const asks = /[?？][”’"』」）)\]]*$/;

/**
 * The sentence of a message that asks: the last that ends with a question mark, for people tell
 * first what happened to them. The whole message where none does.
 */
export function askingSentence(text: string): string {
  return splitSentences(text).findLast((sentence) => asks.test(sentence)) ?? text;
}
