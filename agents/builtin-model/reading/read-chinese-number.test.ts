import { expect, test } from 'vitest';
import { chineseNumber, readChineseNumber } from './read-chinese-number';

test('a number is as long as people write one, so that searching endless ones ends', () => {
  const longest = '九千九百九十九万九千九百九十九';
  const endless = '一'.repeat(20_000);
  expect(longest.match(new RegExp(chineseNumber))?.[0]).toBe(longest);
  expect(readChineseNumber(longest)).toBe(99_999_999);
  const [first = ''] = endless.match(new RegExp(chineseNumber)) ?? [];
  expect(first.length).toBeLessThanOrEqual(20);
  expect(readChineseNumber(endless)).toBeUndefined();
});
