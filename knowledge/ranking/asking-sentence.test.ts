import { expect, test } from 'vitest';
import { askingSentence } from './asking-sentence';

test.each([
  ['My screen broke on Monday. Can I have it repaired?', 'Can I have it repaired?'],
  ['Is it late? It came on Friday. Who pays?  Thank you.', 'Who pays?'],
  ['屏幕碎了。保修吗？谢谢。', '保修吗？'],
  ['refund period', 'refund period'],
  ['', ''],
])('of «%s» «%s» is what is asked', (text, asking) => {
  expect(askingSentence(text)).toBe(asking);
});
