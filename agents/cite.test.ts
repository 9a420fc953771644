import { expect, test } from 'vitest';
import type { Passage } from '@/knowledge/passages/passage';
import { citationsOf, citationsOfHalf } from './cite';
import { Sources } from './sources';

const passage = (chunkId: string, text: string, page: number | null = null): Passage => ({
  chunkId,
  documentId: `doc-${chunkId}`,
  document: 'Policy',
  page,
  pageTo: page,
  unit: 'page',
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
      unit: 'page',
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

test('a full stop inside of a number ends no sentence', () => {
  const sources = new Sources();
  sources.add([
    passage('a', '价格含税。每逾期一日按货款的0.5‰支付违约金；逾期过久可以解除合同。', 2),
  ]);
  const [citation] = citationsOf('每逾期一日按货款的0.5‰支付违约金 [1]', sources);
  expect(citation?.quote).toBe('每逾期一日按货款的0.5‰支付违约金；逾期过久可以解除合同。');
});

test('a table in the answer is cited by its row, not by its head', () => {
  const sources = new Sources();
  const head = 'Customer | Contract | Issued | Amount | Still open';
  sources.add([
    passage('a', `${head}\nHarbour Inn | C-7 | May | 240 | 150\nMill | C-8 | June | 9 | 0`),
  ]);
  const answer = `From the ledger:\n\n| ${head} |\n| --- | --- | --- | --- | --- |\n| Harbour Inn | C-7 | May | 240 | 150 |\n\n[1]`;
  expect(citationsOf(answer, sources)[0]?.quote).toBe('Harbour Inn | C-7 | May | 240 | 150');
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

test('half an answer, whose number had not come yet, stands on the passages it shares words with', () => {
  const sources = new Sources();
  sources.add([passage('a', 'Salaries: band 5 earns 900.'), passage('b', 'Kettles boil.')]);
  expect(citationsOf('Band 5 earns', sources)).toEqual([]);
  expect(citationsOfHalf('Band 5 earns', sources)).toMatchObject([{ n: 1, documentId: 'doc-a' }]);
  expect(citationsOfHalf('One moment', sources)).toEqual([]);
});
