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

test.each([`${'1'.repeat(30)} dollars`, `${'1.'.repeat(30)}元`])(
  'a figure longer than any sum is none, so that endless ones are not searched: %s',
  (text) => expect(withAlikeValues(text)).toBe(text),
);
