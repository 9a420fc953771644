import { expect, test } from 'vitest';
import { formatMoney } from '@/lib/i18n/format';
import { findAmount } from './find-amount';

const amountOf = (...values: string[]) =>
  findAmount(values.map((value) => ({ label: 'x', value })))?.value;

test('the sum among the fields of an action is found, however it is written', () => {
  expect(amountOf('SO-10421', 'SGD 329.00', 'SGD 1.00')).toBe('SGD 329.00');
  for (const locale of ['en', 'zh'] as const) {
    for (const currency of ['SGD', 'EUR', 'USD', 'CNY']) {
      const written = formatMoney('1329.50', currency, locale);
      expect(amountOf('Order', written)).toBe(written);
    }
  }
});

test('a small sum that stands before it is not taken for the sum', () => {
  expect(amountOf('SGD 1.00', '1,329.50 SGD', '€99', 'SGD 1,329.4')).toBe('1,329.50 SGD');
  expect(amountOf('€ 2.000', '€ 1.999,99')).toBe('€ 2.000');
});

test('numbers of orders, dates and sentences with sums in them are no amounts', () => {
  expect(amountOf('SO-10421', '25 Nov 2026', '3', 'LW-HPH-02')).toBeUndefined();
  expect(amountOf('It was SGD 329.00 too much', 'Paid 3 USD')).toBeUndefined();
});
