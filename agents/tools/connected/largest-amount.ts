import { isJsonObject } from '@/lib/shared/json-object';
import { readSum } from '@/lib/shared/read-sum';
import { isMoneyName } from './is-money-name';

/**
 * The largest figure of money among arguments, however deep it lies and without its sign: of several
 * a model may have chosen the smallest for the place that is looked at.
 * @param argument that is the amount
 * @returns NaN where that argument tells no amount
 */
export function largestAmount(args: unknown, argument: string): number {
  const given = isJsonObject(args) && Object.hasOwn(args, argument) ? args[argument] : undefined;
  const amounts = isNested(given) ? figuresIn(given, () => true) : [figureOf(given)];
  if (amounts.length === 0) return Number.NaN;
  const others = figuresIn(args, (name) => name === argument || isMoneyName(name));
  return [...amounts, ...others].reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every figure under a name of money, and every text that is a sum with its currency. */
function figuresIn(args: unknown, isMoney: (name: string) => boolean): number[] {
  const figures: number[] = [];
  const open = [{ value: args, isAmount: false }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, isAmount } = at;
    if (isNested(value)) {
      for (const [name, inner] of Object.entries(value)) {
        open.push({ value: inner, isAmount: isAmount || isMoney(name) });
      }
      continue;
    }
    const sum = typeof value === 'string' ? readSum(value) : undefined;
    const figure = sum ?? (isAmount ? figureOf(value) : Number.NaN);
    if (!Number.isNaN(figure)) figures.push(figure);
  }
  return figures;
}

function figureOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}
