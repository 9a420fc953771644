import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTerms } from '../ranking/question-terms';
import { findSynonyms, parseThesaurus } from './thesaurus';
import { normalize } from './tokenize';

const found = (question: string) => {
  const text = normalize(question);
  return findSynonyms(text).map(({ start, end }) => text.slice(start, end));
};
const standsFor = (question: string, ...words: string[]) => {
  const wanted = words.join();
  const { concepts } = readTerms(question);
  return concepts.some(({ alternatives }) => alternatives.some((terms) => terms.join() === wanted));
};

describe('what people say is known by what documents say', () => {
  test.each([
    ['什么时候生效？', '施行'],
    ['周末开门吗？', '周六'],
    ['送货要几天？', '配送'],
    ['退货运费谁出？', '承担'],
    ['收到的东西坏了怎么办？', '损坏'],
    ['借款上限是多少？', '超过'],
    ['什麼時候生效？', '施行'],
    ['Who charges for postage?', 'deliveri'],
    ['What happens if I am paying late?', 'overdu'],
    ['My guarantees', 'warranti'],
  ])('%s → %s', (question, term) => expect(standsFor(question, term)).toBe(true));

  test('a synonym of several words needs all of them', () => {
    expect(standsFor('What is the return window?', 'return', 'deadlin')).toBe(true);
    expect(standsFor('What is the return window?', 'deadlin')).toBe(false);
  });

  test('what stands after > does not find what stands before it', () => {
    expect(standsFor('open at the weekend', 'sunday')).toBe(true);
    expect(standsFor('open on Sunday', 'weekend')).toBe(false);
  });
});

test('the longest phrase counts, and nothing inside it', () => {
  expect(found('Do you accept bank transfers?')).toEqual(['accept', 'bank transfers']);
  expect(found('发票抬头错了')).toEqual(['发票抬头']);
});

test('a phrase is not read out of a turn of asking', () => {
  expect(standsFor('不能退吗', '禁止')).toBe(true);
  expect(standsFor('能不能退', '禁止')).toBe(false);
});

test('the file that is shipped holds two hundred groups or more', () => {
  const text = readFileSync(path.resolve('knowledge/words/synonyms.txt'), 'utf8');
  const groups = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(groups.length).toBeGreaterThan(200);
  expect(parseThesaurus(text).size).toBeGreaterThan(groups.length);
});

test.each([
  ['a group of one', 'refund'],
  ['the same twice', 'refund, refunds'],
  ['an empty phrase', 'refund, , money back'],
  ['nothing to ask with', '> refund, money back'],
  ['two arrows', 'refund > money back > cash'],
  ['a phrase too long to be found', 'refund, all the money that was once paid'],
])('%s is refused by its line', (_, line) => {
  expect(() => parseThesaurus(`# comment\n\n${line}`)).toThrow(/^line 3 /);
});
