import { expect, test } from 'vitest';
import { answerKindOf, answerKindsIn } from './answer-kind';

test.each([
  ['When was the shop founded?', 'time'],
  ['In what year did it move?', 'time'],
  ['什么时候开门？', 'time'],
  ['公司在何時成立？', 'time'],
  ['How many seats are there?', 'count'],
  ['运费是多少？', 'count'],
  ['Who signs the contract?', 'name'],
  ['What is your return policy?', null],
  ['怎么退货？', null],
])('«%s» asks for a %s', (question, kind) => expect(answerKindOf(question)).toBe(kind));

test.each([
  ['It was founded in 1987.', ['time', 'count']],
  ['公司成立于一九八七年。', ['time', 'count', 'name']],
  ['There are forty seats, and half of them are free.', ['count']],
  ['It is signed by Maria Lopez.', ['name']],
  ['returns are free', []],
])('«%s» may answer to %j', (text, kinds) => expect([...answerKindsIn(text)]).toEqual(kinds));
