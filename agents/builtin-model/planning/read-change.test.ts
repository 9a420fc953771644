import { expect, test } from 'vitest';
import { besideLettingGo, letsItGo, proposesAnother, readChange } from './read-change';

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
  'I misspelt the street, it has to be Quay Lane',
  '应为12号',
])('«%s» is a change', (text) => {
  expect(readChange(text)).toBe('surely');
});

test.each([
  ["We'll keep it. Could you send us another cable?", 'Could you send us another cable?'],
  ['不退了，帮我查一下发票', '帮我查一下发票'],
])('«%s» lets go of one thing and says another', (text, rest) => {
  expect(besideLettingGo(text)).toBe(rest);
});

test.each(["We'll keep it.", 'Send me the invoice, please'])('«%s» does not', (text) => {
  expect(besideLettingGo(text)).toBeUndefined();
});

test.each(['Could we do Monday instead?', 'How about four?', '能改成周一吗？', '周一呢？'])(
  '«%s» proposes another value',
  (text) => {
    expect(proposesAnother(text)).toBe(true);
  },
);

test.each(['Is your shop open on Monday?', '周一几点开门？'])('«%s» does not', (text) => {
  expect(proposesAnother(text)).toBe(false);
});
