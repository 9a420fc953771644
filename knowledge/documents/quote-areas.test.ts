import { expect, test } from 'vitest';
import type { DocumentElement } from '@/lib/shared/documents';
import { quoteAreas } from './quote-areas';

const line = (y: number) => ({ x: 0.1, y, width: 0.8, height: 0.02 });
const area = (y: number, height = 0.02) => ({ page: 2, x: 0.1, y, width: 0.8, height });

const first = 'The pool opens at six. Towels are ';
const paragraph: DocumentElement = {
  kind: 'text',
  text: `${first}lent at the desk. Lockers take one coin.`,
  page: 2,
  boxes: [
    { at: 0, ...line(0.2) },
    { at: first.length, ...line(0.23) },
  ],
};
const whole = [area(0.2, 0.05)];

test('a sentence is marked on the lines that it runs over, and on no others', () => {
  const areas = (quote: string) => quoteAreas([paragraph], quote, whole).map(({ y }) => y);
  expect(areas('The pool opens at six.')).toEqual([0.2]);
  expect(areas('Towels are lent at the desk.')).toEqual([0.2, 0.23]);
  expect(areas('Lockers take\u00a0one  coin.')).toEqual([0.23]);
  expect(areas('Sauna by appointment.')).toEqual([]);
});

test('the same words elsewhere on the page, or hidden in it, are not marked', () => {
  const boxes = [{ at: 0, ...line(0.8) }];
  const elsewhere: DocumentElement = { ...paragraph, boxes };
  const hidden: DocumentElement = { ...paragraph, hidden: 'tiny' };
  const quote = 'The pool opens at six.';
  expect(quoteAreas([elsewhere, hidden, paragraph], quote, whole)).toEqual([area(0.2)]);
  expect(quoteAreas([hidden], quote, whole)).toEqual([]);
});

test('a quote over several elements is marked in each, and a row of a table in its place', () => {
  const table: DocumentElement = {
    kind: 'table',
    text: 'Day | Opens\nMonday | 9:00\nSunday | 11:00',
    rows: [
      ['Day', 'Opens'],
      ['Monday', '9:00'],
      ['Sunday', '11:00'],
    ],
    page: 2,
    boxes: [0.4, 0.43, 0.46].map((y) => ({ at: 0, ...line(y) })),
  };
  const within = [...whole, area(0.4, 0.08)];
  const quote = 'The pool opens at six.\n\nSunday | 11:00';
  const areas = quoteAreas([paragraph, table], quote, within);
  expect(areas).toEqual([area(0.2), area(0.46)]);
  const unplaced = { ...table, boxes: table.boxes?.slice(0, 1) };
  expect(quoteAreas([unplaced], 'Sunday | 11:00', within)).toEqual([]);
});
