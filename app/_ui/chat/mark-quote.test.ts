import { expect, test } from 'vitest';
import { markQuote } from './mark-quote';

test('the quoted words are found across line breaks', () => {
  expect(
    markQuote('You may return\nitems within 30 days (free).', 'items  within 30 days (free)'),
  ).toEqual({ before: 'You may return\n', quote: 'items within 30 days (free)', after: '.' });
});

test('a passage that does not hold the quote is shown unmarked', () => {
  expect(markQuote('您可以退货。', '换货')).toEqual({
    before: '您可以退货。',
    quote: '',
    after: '',
  });
  expect(markQuote('text', ' ')).toEqual({ before: 'text', quote: '', after: '' });
});
