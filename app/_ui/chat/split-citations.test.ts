import { expect, test } from 'vitest';
import { splitCitations } from './split-citations';

test('text without marks stays whole', () => {
  expect(splitCitations('No source here.')).toEqual(['No source here.']);
  expect(splitCitations('')).toEqual([]);
});

test('marks become numbers, the text around them stays', () => {
  expect(splitCitations('Within 30 days [1]. Refunds follow [2][3].')).toEqual([
    'Within 30 days ',
    1,
    '. Refunds follow ',
    2,
    3,
    '.',
  ]);
});

test('several numbers in one mark, and Chinese brackets, are understood', () => {
  expect(splitCitations('见 [1，2]【3】')).toEqual(['见 ', 1, 2, 3]);
});

test('what is not a small number is not a citation', () => {
  expect(splitCitations('[2026] [a] []')).toEqual(['[2026] [a] []']);
});
