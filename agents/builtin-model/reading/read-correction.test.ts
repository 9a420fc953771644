import { expect, test } from 'vitest';
import { readCorrection } from './read-correction';

test.each([
  ['Install it on Monday at 4, sorry, no, on Friday at 4', 'on Friday at 4'],
  ['Move it to Monday at 4 - scratch that, 5', 'at 5'],
  ['I claim 30 dollars for a taxi. No wait, 35 dollars', '35 dollars'],
  ['下周一三点上门安装，哦不，周二三点', '周二三点'],
  ['约周五两点，说错了，周六两点', '周六两点'],
])('«%s» is corrected', (text, meant) => {
  expect(readCorrection(text)?.meant).toBe(meant);
});

test.each([
  'No wait, Friday',
  'The amount is wrong, no, I will not wait 3 days',
  'Book Monday at 4, no wait, let me think',
  '发票金额不对，应该是80',
])('«%s» is not', (text) => {
  expect(readCorrection(text)).toBeUndefined();
});

test('a long story is not taken for a correction', () => {
  const story = 'It hums and I do not know why. '.repeat(100);
  expect(readCorrection(`${story} On Monday at 4, sorry, no, on Friday at 4`)).toBeUndefined();
});
