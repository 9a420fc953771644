import { expect, test } from 'vitest';
import { sectionLines } from './section-lines';

test('titles are no lines, and stand above what follows them', () => {
  const text = 'Garden rules\nWatering\n\nWater the beds at dawn.\n\nMowing\n\nMow on Fridays.';
  expect(sectionLines(text)).toEqual([
    { line: 'Water the beds at dawn.', section: 'Watering' },
    { line: 'Mow on Fridays.', section: 'Mowing' },
  ]);
});

test('the title of a document may have a colon', () => {
  expect(sectionLines('花园手册：浇水、修剪\n浇水\n\n清晨浇水。')).toEqual([
    { line: '清晨浇水。', section: '浇水' },
  ]);
});

test.each([
  ['a label with its value', 'Gardener: Ann Reed\n\nShe comes on Mondays.'],
  ['a sentence', 'The garden is open.\n\nCome in.'],
  ['the last line', 'Come in.\n\nThe gate'],
  ['a row', 'Bed | Plants\nA | 12\n\nThat is all.'],
  ['lines that were broken for width', 'The garden is open to everyone who\nlikes it.\n\nCome in.'],
])('%s is no title', (_, text) => {
  expect(sectionLines(text).map(({ line }) => line)).toEqual(text.split(/\n+/));
});
