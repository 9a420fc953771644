import { toSimplified } from '@/knowledge/words/chinese';

const han = /\p{Script=Han}/u;

/** A text as rules compare it. */
export interface NormalizedMessage {
  /** Lower case, simplified Chinese, words and runs of Chinese with one space between. */
  words: string;
  /** The same without spaces, for phrases with Chinese; empty where the text has none. */
  joined: string;
}

/** Leaves of a text what rules compare: however it is cased, spelt in width, or punctuated. */
export function normalizeMessage(text: string): NormalizedMessage {
  const plain = text.normalize('NFKC').toLowerCase();
  const hasHan = han.test(plain);
  const words = (hasHan ? toSimplified(plain) : plain)
    .replace(/['’`]/g, '')
    .replace(/\p{Script=Han}+/gu, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { words, joined: hasHan ? words.replaceAll(' ', '') : '' };
}
