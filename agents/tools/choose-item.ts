import { countSpoken, holdsNumber, spokenOf } from './named-words';
import type { OrderFields } from './order-facts';

type Item = OrderFields['items'][number];

const ordinals: RegExp[] = [
  /\bfirst\b|\b1st\b|第一|^\s*1\s*$/i,
  /\bsecond\b|\b2nd\b|第二|^\s*2\s*$/i,
  /\bthird\b|\b3rd\b|第三|^\s*3\s*$/i,
];

const longestPlace = 24;
/** An article number counts for more than all the words of a name. */
const certain = 100;

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
  const byNumber = items.filter(({ sku }) => holdsNumber(spoken, sku));
  if (byNumber.length > 0) return byNumber.length === 1 ? byNumber[0] : undefined;
  const shared = items.map(({ name }) => countSpoken(spoken, name));
  const most = Math.max(...shared);
  const best = items.filter((_, at) => shared[at] === most);
  return most > 0 && best.length === 1 ? best[0] : undefined;
}

/** How surely the items of an order are named in a text: by their words, or by an article number. */
export function countNamed({ items }: Pick<OrderFields, 'items'>, named: string): number {
  const spoken = spokenOf(named);
  const counts = items.map(({ sku, name }) =>
    holdsNumber(spoken, sku) ? certain : countSpoken(spoken, name),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Whether an item of an order is named in a text. */
export function holdsItem(order: Pick<OrderFields, 'items'>, named: string | undefined): boolean {
  return named !== undefined && countNamed(order, named) > 0;
}
