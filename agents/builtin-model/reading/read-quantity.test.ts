import { expect, test } from 'vitest';
import { readQuantity } from './read-quantity';

const property = { type: 'integer', minimum: 1, maximum: 99 };

test.each([
  ['I want to return one of the two mice', 1],
  ['returning 3 cables', 3],
  ['they are too long, I want to give both back', 2],
  ['all three are broken', 3],
  ['两个鼠标退一个', 1],
  ['两条都太硬，都要退', 2],
  ['两条线太硬，两条都退', 2],
  ['两个 Glide 无线鼠标我都不要了', 2],
  ['Item: mouse\nQty: 2\nReason: 3 keys too many', 2],
  ['数量：三，原因：买多了', 3],
  ['return the mouse and the keyboard', undefined],
  ['returned 2 days ago', undefined],
  ['return SO-10302', undefined],
])('«%s» counts %s', (text, count) => {
  expect(readQuantity('quantity', property, text, { isAnswer: false })).toBe(count);
});
