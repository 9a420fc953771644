import { expect, test } from 'vitest';
import { holdsSpan } from './judge-answer';

test('a span is found whatever its spelling, and through citations and Markdown', () => {
  expect(holdsSpan('It costs **40 €** a year. [1]', ['40€ A YEAR'])).toBe(true);
  expect(holdsSpan('It costs 40 €. [1]', ['41 €'])).toBe(false);
});

test('what stands behind the words that people read does not count', () => {
  const words = Array.from({ length: 60 }, () => 'word').join(' ');
  expect(holdsSpan(`${words} end`, ['end'])).toBe(false);
  expect(holdsSpan(`start ${words}`, ['start'])).toBe(true);
  expect(holdsSpan(`${'字'.repeat(119)}尾`, ['尾'])).toBe(true);
  expect(holdsSpan(`${'字'.repeat(120)}尾`, ['尾'])).toBe(false);
});
