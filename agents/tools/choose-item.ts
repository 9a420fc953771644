import { toSimplified } from '@/knowledge/words/chinese';
import { withEnglishNames } from './item-names';
import type { OrderFields } from './order-facts';

type Item = OrderFields['items'][number];

const ordinals: RegExp[] = [
  /\bfirst\b|\b1st\b|第一|^\s*1\s*$/i,
  /\bsecond\b|\b2nd\b|第二|^\s*2\s*$/i,
  /\bthird\b|\b3rd\b|第三|^\s*3\s*$/i,
];

const longestPlace = 24;

/**
 * The item of an order that is named by article number, by words of its name, or by its place in
 * the list that was shown; the only one there is; undefined when it is not clear which.
 */
export function chooseItem({ items }: OrderFields, named: string | undefined): Item | undefined {
  if (!named || items.length === 1) return items.length === 1 ? items[0] : undefined;
  // In a whole sentence "the first day" may stand for anything.
  const place =
    named.length > longestPlace ? -1 : ordinals.findIndex((ordinal) => ordinal.test(named));
  if (place >= 0) return items[place];
  const spoken = spokenOf(named);
  const byNumber = items.find(({ sku }) => spoken.includes(sku.toLowerCase()));
  if (byNumber) return byNumber;
  const shared = items.map(
    ({ name }) => wordsOf(name).filter((word) => hasWord(spoken, word)).length,
  );
  const most = Math.max(...shared);
  const best = items.filter((_, at) => shared[at] === most);
  return most > 0 && best.length === 1 ? best[0] : undefined;
}

/** Whether an item of an order is named in a text by a word of its name. */
export function holdsItem(
  { items }: Pick<OrderFields, 'items'>,
  named: string | undefined,
): boolean {
  if (!named) return false;
  const spoken = spokenOf(named);
  return items.some(({ name }) => wordsOf(name).some((word) => hasWord(spoken, word)));
}

function spokenOf(named: string): string {
  return withEnglishNames(toSimplified(named.normalize('NFKC'))).toLowerCase();
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\d-]{3,}/gu) ?? [];
}

/** The word or its plural. */
function hasWord(spoken: string, word: string): boolean {
  const escaped = word.replaceAll('-', String.raw`\-`);
  return new RegExp(`(?<![a-z])${escaped}s?(?![a-z])`).test(spoken);
}
