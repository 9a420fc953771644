import { expect, test } from 'vitest';
import { passageElements, passageRows } from './passage-elements';

const texts = [
  'Opening hours',
  'We open at nine in the morning and close at six.',
  'On holidays the desk is closed. Letters are answered on the next working day, in order.',
  '',
];

test('a passage is made of the elements whose text it holds, however their lines break', () => {
  const passage = 'Opening hours\nWe open at nine in the\nmorning and close at six.';
  expect([...passageElements(passage, texts)]).toEqual([0, 1]);
});

test('a passage that is a part of a long element is found in it', () => {
  expect([...passageElements('Letters are answered on the next working day', texts)]).toEqual([2]);
});

test('a short line does not claim every element that happens to hold it', () => {
  expect([...passageElements('closed', texts)]).toEqual([]);
});

test('of a table, a passage has those rows whose cells stand in one of its lines', () => {
  const rows = [
    ['Day', 'Opens', 'Note'],
    ['Monday', '9:00', ''],
    ['Tuesday', '10:00', 'late'],
  ];
  expect([...passageRows('Opening\n\nDay | Opens | Note\nTuesday | 10:00 | late', rows)]).toEqual([
    0, 2,
  ]);
  expect([...passageRows('Monday | 9:00', rows)]).toEqual([1]);
});
