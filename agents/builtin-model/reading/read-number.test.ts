import { expect, test } from 'vitest';
import { readAmount } from './read-number';

test.each([
  ['坐车花了23.4', 23.4],
  ['买文具19块5', 19.5],
  ['赔我一百二十块', 120],
  ['a hundred and fifty dollars', 150],
  ['I paid 48 myself', 48],
  ['a refund of 15 would do', 15],
  ['it came to 182.50', 182.5],
  ['paid 2 days ago', undefined],
  ['there was 1 speaker missing', undefined],
  ['refund of 2 cables', undefined],
  ['refund SO-10302', undefined],
  ['退2条线', undefined],
  ['花了两天', undefined],
  ['ten past three', undefined],
])('the amount in «%s» is %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});
