import { expect, test } from 'vitest';
import { printedText } from './printed-text';

test.each([
  [['Room', '12,', 'first', 'floor'], 'Room 12, first floor'],
  [['客', '户', ':', '青', '山', '(', '样', '例', ')'], '客户：青山（样例）'],
  [['付', '款', ',', '退', '房', '?'], '付款，退房？'],
  [['运', '行', 'npm', 'start'], '运行 npm start'],
  [['Price', ':', '12', '(net)'], 'Price : 12 (net)'],
])('words %j of a line are read as %s', (words, text) => {
  expect(printedText(words)).toBe(text);
});
