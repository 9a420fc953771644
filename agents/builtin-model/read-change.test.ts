import { expect, test } from 'vitest';
import { letsItGo, readChange } from './read-change';

test.each([
  'my brother would like to have it, so no need any more',
  "on second thoughts we'll keep it",
  '我爸说他要用，那就不退了',
  '還是不約了',
])('«%s» lets go of what was begun', (text) => {
  expect(letsItGo(text)).toBe(true);
});

test.each(['I need it for my daughter', 'no, Friday', '改成周五', '三点不行'])(
  '«%s» does not',
  (text) => {
    expect(letsItGo(text)).toBe(false);
  },
);

test.each([
  'Typo, it should be 12',
  '寫錯了，是12號',
  '30块就行',
  'on second thoughts Monday suits me better',
])('«%s» is a change', (text) => {
  expect(readChange(text)).toBe('surely');
});
