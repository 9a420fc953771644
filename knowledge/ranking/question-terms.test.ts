import { describe, expect, test } from 'vitest';
import { readTerms } from './question-terms';

const weightOf = (question: string, word: string) =>
  readTerms(question).terms.find(({ token }) => token.term === word)?.weight;

describe('a word counts less', () => {
  test.each([
    ['My parcel is lost. Do I get a refund?', 'parcel', 'refund'],
    ['Do I get a refund? My parcel is lost.', 'parcel', 'refund'],
    ['我买的手机坏了。可以退款吗？', '手机', '退款'],
    ['他毕业于哪所大学？', '大学', '毕业'],
  ])('«%s»: %s less than %s', (question, less, more) => {
    expect(weightOf(question, less)).toBeLessThan(weightOf(question, more) ?? 0);
  });
});

test.each([
  ['My parcel is lost.', 'parcel'],
  ['Is a parcel lost? And what of a refund?', 'parcel'],
])('«%s»: where nothing or everything asks, all counts in full', (question, word) => {
  expect(weightOf(question, word)).toBe(1);
});

test('beyond 2,000 characters nothing is read', () => {
  expect(weightOf(`${'refund '.repeat(300)}parcel?`, 'parcel')).toBeUndefined();
});
