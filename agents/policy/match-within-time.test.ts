import { expect, test } from 'vitest';
import { matchWithinTime } from './match-within-time';

test('a pattern finds what a person wrote, in any case', () => {
  expect(matchWithinTime('so-\\d{5}', 'It is SO-10421.')).toBe('SO-10421');
  expect(matchWithinTime('so-\\d{5}', 'I do not know')).toBeUndefined();
});

test('a pattern without an end holds nobody up', () => {
  expect(matchWithinTime('^(a+)+$', `${'a'.repeat(150)}!`)).toBeUndefined();
  expect(matchWithinTime('a', 'a')).toBe('a');
});
