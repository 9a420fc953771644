import { expect, test } from 'vitest';
import { whyOperator } from './why-operator';

const from100 = { argument: 'amount', amount: 100 };

const needsOperator = (...given: Parameters<typeof whyOperator>) => whyOperator(...given) !== null;

test.each([
  ['a larger sum elsewhere', { amount: 5, fee: 400 }, true],
  ['a larger sum deep inside', { amount: 5, items: [{ unitPrice: '120.00' }] }, true],
  ['the same name deep inside', { amount: 5, lines: [{ amount: 99 }, { amount: -101 }] }, true],
  ['a sum with its currency in any text', { amount: 5, note: 'SGD 1,250.00' }, true],
  ['parts of a sum', { amount: { value: '250', currency: 'SGD' } }, true],
  ['a sum without a figure', { amount: { currency: 'SGD' } }, true],
  ['a list of no sums', { amount: [] }, true],
  ['nothing', { amount: null }, true],
  ['a figure beyond all', { amount: 5, total: '1e999' }, true],
  ['a currency before it', { amount: 'SGD 5' }, true],
  ['numbers that are no money', { amount: 5, orderId: 10_421, nights: 200, year: '2026' }, false],
  ['small sums', { amount: 5, items: [{ price: 20 }], note: 'SGD 99.99' }, false],
] as const)('%s counts as it should', (_, args, isNeeded) => {
  expect(needsOperator(from100, args)).toBe(isNeeded);
});

test('an argument is looked at by its own name before its dots are read as a path', () => {
  const limit = { argument: 'pay.sum', amount: 100 };
  expect(needsOperator(limit, { 'pay.sum': 5 })).toBe(false);
  expect(needsOperator(limit, { pay: { sum: 500 } })).toBe(true);
});

test('what was done before counts as well, so that no sum gets through in pieces', () => {
  expect(needsOperator(from100, { amount: 30 }, [{ amount: 30 }, { amount: 30 }])).toBe(false);
  expect(needsOperator(from100, { amount: 40 }, [{ amount: 30 }, { amount: 30 }])).toBe(true);
  expect(needsOperator(from100, { amount: 1 }, [{ amount: -200 }])).toBe(true);
  expect(needsOperator(from100, { amount: 1 }, ['of another tool'])).toBe(true);
});

test('the reason names what the sum is, what came before it, and the limit', () => {
  const reason = { kind: 'sum-of-day', sum: 40, before: 60, limit: 100 };
  expect(whyOperator(from100, { amount: 40 }, [{ amount: 30 }, { amount: -30 }])).toEqual(reason);
  expect(whyOperator(from100, { amount: 'all' })).toEqual({ kind: 'no-sum', limit: 100 });
});
