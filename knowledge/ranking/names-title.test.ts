import { expect, test } from 'vitest';
import { termHash } from '../words/term-hash';
import { tokenize } from '../words/tokenize';
import { nameOf, namesTitle } from './names-title';

/** As if each word of the title stood in so many of a hundred chunks. */
function names(query: string, title: string, held: number): boolean {
  const terms = tokenize(title).map(({ term }) => termHash(term));
  const holders = new Map(terms.map((term) => [term, held]));
  return namesTitle(query, { chunks: 100, holders }, nameOf(title));
}

test.each([
  ['Where does the Amber Line end?', 'Amber line', true],
  ['Where does the Amber Liner end?', 'Amber line', false],
  ['What is the line?', 'Amber line', false],
  ['白鹭号的航速是多少？', '白鹭号 (1998年)', true],
  ['白鹭號的航速是多少？', '白鹭号', true],
  ['鹭号的航速是多少？', '白鹭号', false],
  ['What is a go?', 'go', false],
])('«%s» names «%s»: %s', (query, title, isNamed) => {
  expect(names(query, title, 2)).toBe(isNamed);
});

test('a title of words that stand everywhere names nothing', () => {
  expect(names('How long does delivery take?', 'Delivery', 40)).toBe(false);
});
