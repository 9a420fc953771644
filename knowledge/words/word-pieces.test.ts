import { expect, test } from 'vitest';
import { tokenize } from './tokenize';
import { piecesOf } from './word-pieces';

const pieces = (word: string) => tokenize(word).flatMap(({ term }) => piecesOf(term));

test.each([
  ['nation', 'nationality'],
  ['describe', 'description'],
  ['won', 'win'],
  ['wrote', 'writing'],
  ['children', 'child'],
  ['third', '3rd'],
  ['twelve', '12'],
])('%s is of the family of %s', (word, other) => {
  expect(pieces(other)).toContain(pieces(word)[0]);
});

test('words that only begin alike are of different families', () => {
  expect(pieces('nation')).not.toEqual(pieces('native'));
});

test('a Chinese word shares its characters', () => {
  expect(piecesOf('设省')).toEqual(['设', '省']);
});

test('numbers that count nothing by themselves share nothing', () => {
  expect(piecesOf('1973')).toEqual([]);
});
