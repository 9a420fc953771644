import type { Property } from '@/agents/builtin-model/bound-tool';
import { readAmount, readNumber } from './read-number';

const isAboutMoney = /amount|price|total|金额|价格/i;

/** A number with what it counts: `2 pieces`, `3 ×`, `两件`. Any other number may mean something else. */
const counted =
  /(?<![\w.-])((?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)\s?(?:of (?:them|these|those|the|my)\b|x\b|×|pieces?\b|items?\b|units?\b|people\b|persons\b|guests\b))|(?<![第\d.-])((?:\d{1,4}|[一二两三四五六七八九十])\s?[个件台份只位人箱])(?!月|工作日|小时)/i;

const spelled = 'one|two|three|four|five|six|seven|eight|nine|ten';
const chinese = '[一二两三四五六七八九十]';
const measure = '[个件台份只位人箱条根副双对套支把]';
/** As in a form: "Qty: 2", 数量 3. */
const labelled = new RegExp(
  String.raw`(?:\b(?:qty|quantity|pcs)|数量|件数)[ \t]*(?:[:：=是为][ \t]*)?(\d{1,2}|\b(?:${spelled})\b|${chinese})(?![\d.,:/-]\d|\d)`,
  'iu',
);
/** How many are given back, of however many there are: 退一条, "return one of the two". */
const givenBack = new RegExp(
  String.raw`\b(?:return|refund|(?:send|give|take|bring)(?:ing)? back)(?:ing)? (?:only |just )?(\d{1,2}|${spelled})\b(?=\s(?:x|of|\p{L}+s?\b))(?! (?:days?|weeks?|hours?|dollars?|bucks|sgd))|退(?:掉|回|货)?\s?(\d{1,2}|${chinese})\s?${measure}`,
  'iu',
);
/** All of them: "both", 两条都退, "all three". */
const all = new RegExp(
  String.raw`\b(both)\b(?! (?:the )?\p{L}+ and\b)|\ball (\d{1,2}|${spelled})\b|(\d{1,2}|${chinese})\s?${measure}[^，。,.]{0,14}都`,
  'iu',
);

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
  const counts = property.takesCount === false ? undefined : countIn(text);
  const marked = isMoney ? readAmount(text) : counts;
  const value = marked ?? (isAnswer ? readNumber(text) : undefined);
  return value !== undefined && fits(value, property) ? value : undefined;
}

function countIn(text: string): number | undefined {
  const back = labelled.exec(text) ?? givenBack.exec(text) ?? all.exec(text);
  const told = back?.slice(1).find((group) => group !== undefined);
  if (told !== undefined) return /^both$/i.test(told) ? 2 : readNumber(told);
  const found = counted.exec(text);
  const match = found?.[1] ?? found?.[2];
  return match === undefined ? undefined : readNumber(match.replace(/(?<=\d)\D+$/, ''));
}

function fits(value: number, property: Property): boolean {
  const { type, minimum, maximum, exclusiveMinimum = -Infinity } = property;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  if (value <= exclusiveMinimum) return false;
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}
