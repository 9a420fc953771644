import { expect, test } from 'vitest';
import { findQuote } from './find-quote';

const found = (text: string, quote: string) => {
  const range = findQuote(text, quote);
  return range && text.slice(range.start, range.end);
};

test('the quoted words are found, however lines break in the text and in the quote', () => {
  expect(
    found('You may return\nitems within 30 days (free).', 'items  within 30 days (free)'),
  ).toBe('items within 30 days (free)');
  expect(found('早餐从七点\n开始。午餐另计。', '早餐从七点开始。')).toBe('早餐从七点\n开始。');
  expect(found('Wear a helmet 🪖 and boots.', '🪖 and')).toBe('🪖 and');
});

test('what the text does not say is not found', () => {
  expect(findQuote('您可以退货。', '换货')).toBeNull();
  expect(findQuote('text', ' ')).toBeNull();
  expect(findQuote('', 'text')).toBeNull();
});
