import { expect, test } from 'vitest';
import { withAlikeValues } from './alike-values';

test.each([
  ['move it to Tuesday at half past two', 'move it to Monday 10:30 am'],
  ['refund $19.50', 'refund forty dollars'],
  ['周二上午十点半', '礼拜六上午三点'],
  ['退我十九块', '退我20元'],
])('«%s» and «%s» ask for the same', (one, other) => {
  const plain = (text: string) => withAlikeValues(text).replaceAll(/\bat /g, '');
  expect(plain(one)).toBe(plain(other));
});
