/** «SGD 329.00», «€1,200», «US$ 12», «329.00 SGD»: a sum with its currency, and nothing else. */
const money = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})\s?-?[\d.,\s]*\d$|^-?\d[\d.,\s]*(?:\p{Sc}|[A-Z]{3})$/u;

/** The figure of a text that is a sum of money, without its sign; undefined for any other text. */
export function readSum(text: string): number | undefined {
  const trimmed = text.trim();
  if (!money.test(trimmed)) return undefined;
  const digits = trimmed.replace(/[^\d.,]/g, '');
  // One or two digits behind the last mark are a part of one; all else is written in groups.
  const [, whole = '', part = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  return Number(`${whole.replace(/[.,]/g, '')}.${part}`);
}
