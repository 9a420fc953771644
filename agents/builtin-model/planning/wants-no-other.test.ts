import { expect, test } from 'vitest';
import { wantsNoOther } from './wants-no-other';

test.each([
  "Nobody is in on Monday, and we aren't looking for a new day",
  'I want no other date, thank you',
  'There is no need for another appointment',
  '周一没人在，也不打算另约了',
  '不用改期',
])('«%s» wants no other time', (text) => {
  expect(wantsNoOther(text)).toBe(true);
});

test.each([
  "I can't come on Monday, is there another day?",
  "Monday doesn't suit. Any other day is fine",
  "I can't come on Monday, no other day works but Tuesday",
  'Not Monday, please find a different time',
  '周一不行，另约一天',
  '周一来不了，改到周二',
])('«%s» may well', (text) => {
  expect(wantsNoOther(text)).toBe(false);
});
