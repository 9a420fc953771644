import { detectLocale } from '@/lib/locale';

/** Longest quotation of sentences, in words, and in half as many as there are Chinese characters. */
export const longestQuotation = 60;

/** Length of a text as people count it: words, or half of the characters where it is Chinese. */
export function quotationLength(text: string): number {
  if (detectLocale(text) === 'zh') return [...text.replace(/\s/g, '')].length / 2;
  return text.match(/\S+/g)?.length ?? 0;
}
