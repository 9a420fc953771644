import { toSimplified } from '@/knowledge/words/chinese';
import { withEnglishNames } from './item-names';

/** In names of things, and in any sentence besides. */
const common = new Set(['and', 'the', 'for', 'with', 'home', 'order', 'orders', 'invoice']);

/** What a person said, so that the words of things' names are found in it. */
export function spokenOf(named: string): string {
  return withEnglishNames(toSimplified(named.normalize('NFKC'))).toLowerCase();
}

/** How many words of a thing's name are spoken, each as it is or in the plural. */
export function countSpoken(spoken: string, name: string): number {
  const words = name.toLowerCase().match(/[\p{L}\d-]{3,}/gu) ?? [];
  return words.filter((word) => !common.has(word) && hasWord(spoken, word)).length;
}

/** An article number, also as people write it: `lw cbl 09`, `LWCBL09`. */
export function holdsNumber(spoken: string, sku: string): boolean {
  const parts = sku.toLowerCase().split('-').join('[\\s_.-]?');
  return new RegExp(`(?<![a-z\\d])${parts}(?![a-z\\d])`).test(spoken);
}

function hasWord(spoken: string, word: string): boolean {
  const escaped = word.replaceAll('-', String.raw`\-`);
  return new RegExp(`(?<![a-z])${escaped}s?(?![a-z])`).test(spoken);
}
