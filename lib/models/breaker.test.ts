import { expect, test } from 'vitest';
import { Breaker } from './breaker';

test('a model that keeps failing rests, longer each time, with one trial in between', () => {
  let now = 1;
  const breaker = new Breaker(2, 1_000, () => now);
  breaker.fail();
  expect(breaker.admit()).toBe(true);
  breaker.fail();
  expect([breaker.admit(), breaker.isOpen()]).toEqual([false, true]);
  now += 1_000;
  expect([breaker.admit(), breaker.admit(), breaker.isOpen()]).toEqual([true, false, true]);
  breaker.fail();
  now += 1_999;
  expect(breaker.admit()).toBe(false);
  now += 1;
  expect(breaker.admit()).toBe(true);
  breaker.succeed();
  expect([breaker.admit(), breaker.admit(), breaker.isOpen()]).toEqual([true, true, false]);
});

test('a trial that was given up lets the next call try', () => {
  let now = 1;
  const breaker = new Breaker(1, 10, () => now);
  breaker.fail();
  now += 10;
  expect(breaker.admit()).toBe(true);
  breaker.pass();
  expect(breaker.admit()).toBe(true);
});

test('calls that end while a model rests do not lengthen its rest', () => {
  let now = 1;
  const breaker = new Breaker(1, 10, () => now);
  breaker.fail();
  now += 5;
  breaker.fail();
  breaker.fail();
  now += 5;
  expect(breaker.admit()).toBe(true);
});
