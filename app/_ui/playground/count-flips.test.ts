import { expect, test } from 'vitest';
import { countFlips } from './count-flips';

const asked = [0.2, 0.5, 0.6, 0.9].map((confidence) => ({ confidence }));

test('a higher threshold refuses what was answered below it', () => {
  expect(countFlips(asked, 0.5, 0.61)).toEqual({ toRefused: 2, toAnswered: 0 });
});

test('a lower threshold answers what reaches it', () => {
  expect(countFlips(asked, 0.5, 0.2)).toEqual({ toRefused: 0, toAnswered: 1 });
});

test('the same threshold changes nothing', () => {
  expect(countFlips(asked, 0.5, 0.5)).toEqual({ toRefused: 0, toAnswered: 0 });
});
