import type { Property } from './bound-tool';
import { readAmount, readNumber } from './read-number';

const isAboutMoney = /amount|price|total|金额|价格/i;

/** A number with what it counts: `2 pieces`, `3 ×`, `两件`. Any other number may mean something else. */
const counted =
  /(?:^|[\s,，])((?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)\s?(?:of (?:them|these|those)|x\b|×|pieces?|items?|units?|people|persons|guests)|[\d一二两三四五六七八九十]{1,4}\s?[个件台份只位人箱])/i;

/**
 * A number for an argument: an amount with its currency, or a count. A bare number is only taken
 * as the answer to the question for it.
 */
export function readQuantity(
  name: string,
  property: Property,
  text: string,
  { isAnswer }: { isAnswer: boolean },
): number | undefined {
  const isMoney = isAboutMoney.test(`${name} ${property.description ?? ''}`);
  const marked = isMoney ? readAmount(text) : countIn(text);
  const value = marked ?? (isAnswer ? readNumber(text) : undefined);
  return value !== undefined && fits(value, property) ? value : undefined;
}

function countIn(text: string): number | undefined {
  const match = counted.exec(text)?.[1];
  return match === undefined ? undefined : readNumber(match.replace(/(?<=\d)\D+$/, ''));
}

function fits(value: number, { type, minimum, maximum }: Property): boolean {
  if (type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}
