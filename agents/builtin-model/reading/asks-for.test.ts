import { expect, test } from 'vitest';
import { askedPart, asksFor } from './asks-for';

test.each([
  'could you take it back',
  'cancle my booking',
  "I'd also need a repair",
  'Two things: has it been paid',
  '帮我退掉',
  'INV-2026-0043付了没',
  '顺便约下周二下午',
  '單號10302，我要退',
])('«%s» asks for something', (text) => {
  expect(asksFor(text)).toBe(true);
});

test.each([
  'the left side is silent',
  'noise leaks out all the time',
  '右边没有声音',
  '只收到一个',
])('«%s» asks for nothing', (text) => {
  expect(asksFor(text)).toBe(false);
});

test('the request is told apart from the story around it', () => {
  expect(askedPart('The mouse died on me. Please take it back')).toBe('Please take it back');
  expect(askedPart('Please take it back')).toBeUndefined();
});
