import { expect, test } from 'vitest';
import { movesFormally, onlyCannotCome } from './cannot-come';

test.each(["We can't make it on Monday, a pipe burst", '周一来不了，孩子病了'])(
  '«%s» leaves open what is wanted',
  (text) => {
    expect(onlyCannotCome(text)).toBe(true);
  },
);

test.each([
  "I can't come, drop it please",
  "I can't come any more",
  '周一来不了，取消吧',
  'on Monday',
])('«%s» does not', (text) => {
  expect(onlyCannotCome(text)).toBe(false);
});

test('a formal change moves', () => {
  expect(movesFormally('安装時間申請調整至周一')).toBe(true);
  expect(movesFormally('周一安装')).toBe(false);
});
