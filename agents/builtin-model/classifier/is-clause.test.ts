import { expect, test } from 'vitest';
import { endsOpen, isClause } from './is-clause';

test.each([
  'send me the bill',
  'please also book a repair',
  'the lamp is broken',
  'I was charged twice',
  'when does it arrive',
  'my latest invoice',
  'invoice INV-2026-0042',
  'check why it does not start',
  '发票付了吗',
])('«%s» may stand by itself', (part) => {
  expect(isClause(part)).toBe(true);
});

test.each([
  'the lamps in the hall',
  'licensing costs in 2019',
  'used in winter',
  'is included in the price',
  'currencies that you support',
  'available',
  '2026年2月1日',
])('«%s» goes on with what was said before', (part) => {
  expect(isClause(part)).toBe(false);
});

test('a part that lacks the second of two things is not over', () => {
  expect(endsOpen('is there a bus between Aalvik')).toBe(true);
  expect(endsOpen('is there a bus between Aalvik and Tornes')).toBe(false);
  expect(endsOpen('book a repair')).toBe(false);
});
