import { expect, test } from 'vitest';
import { splitElapsed } from './split-elapsed';

const told = (ms: number) => splitElapsed(ms).map(({ unit, value }) => `${value} ${unit}`);

test('a length of time is told in its two largest units', () => {
  expect(told(900)).toEqual(['0 second']);
  expect(told(59_999)).toEqual(['59 second']);
  expect(told(65_000)).toEqual(['1 minute', '5 second']);
  expect(told(3_600_000)).toEqual(['1 hour', '0 minute']);
  expect(told(90_061_000)).toEqual(['25 hour', '1 minute']);
});

test('a clock that is behind gives no negative time', () => {
  expect(told(-5_000)).toEqual(['0 second']);
});
