import { expect, test } from 'vitest';
import type { Passage } from '@/knowledge/passage';
import { citationsOf } from './cite';
import { Sources } from './sources';

const passage = (chunkId: string, text: string, page: number | null = null): Passage => ({
  chunkId,
  documentId: `doc-${chunkId}`,
  document: 'Policy',
  page,
  pageTo: page,
  headingPath: [],
  text,
  section: [{ chunkId, page, text }],
  score: 1,
});

test('a number in the answer cites its passage, with the sentence that says it', () => {
  const sources = new Sources();
  const text = 'We ship on weekdays. You may return a product within 30 days. Keep the box.';
  sources.add([passage('a', 'Other.'), passage('b', text, 2)]);
  const answer = 'You can return products within 30 days [2].';
  expect(citationsOf(answer, sources)).toEqual([
    {
      n: 2,
      documentId: 'doc-b',
      chunkId: 'b',
      document: 'Policy',
      page: 2,
      quote: 'You may return a product within 30 days.',
    },
  ]);
});

test('Chinese sentences are told apart and matched', () => {
  const sources = new Sources();
  sources.add([passage('a', '餐费每天上限为120元。住宿费每晚上限为600元。', 2)]);
  const [citation] = citationsOf('住宿费每晚最高600元 [1]', sources);
  expect(citation?.quote).toBe('住宿费每晚上限为600元。');
});

test('a number that the model made up cites nothing', () => {
  const sources = new Sources();
  sources.add([passage('a', 'Thirty days.')]);
  expect(citationsOf('Yes [7], and again [1] and [1].', sources).map(({ n }) => n)).toEqual([1]);
});

test('a passage that is found twice keeps its number', () => {
  const sources = new Sources();
  sources.add([passage('a', 'A'), passage('b', 'B')]);
  const again = sources.add([passage('b', 'B'), passage('c', 'C')]);
  expect(again.map(({ n }) => n)).toEqual([2, 3]);
});

test('what the answer takes from elsewhere in the section is cited where it stands', () => {
  const sources = new Sources();
  const found = passage('a', 'Returns are made within 30 days.', 4);
  const next = { chunkId: 'b', page: 5, text: 'Opened software cannot be returned.' };
  sources.add([{ ...found, section: [...found.section, next] }]);
  const [citation] = citationsOf('Opened software cannot be sent back [1].', sources);
  expect(citation).toMatchObject({ chunkId: 'b', page: 5, quote: next.text });
});
