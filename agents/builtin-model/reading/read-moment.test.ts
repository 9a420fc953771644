import { expect, test } from 'vitest';
import { readMoment } from './read-moment';

const clock = { now: new Date('2026-03-02T02:00:00Z'), timeZone: 'Asia/Singapore' };

test('of a long story the end is searched, where what is wanted stands', () => {
  const story = 'It hums and I do not know why. '.repeat(200);
  expect(readMoment(`${story} On Friday at ten please.`, clock).day).toBe('2026-03-06');
  expect(readMoment(`On Friday at ten please. ${story}`, clock)).toEqual({});
});

test.each(['一', '1'])('endless numbers are no time: %s', (digit) => {
  expect(readMoment(`周五${digit.repeat(30)}点`, clock).time).toBeUndefined();
  expect(readMoment(digit.repeat(20_000), clock)).toEqual({});
});

test.each([
  'I am away on the day you gave me',
  'something came up on that day',
  'the same day does not work',
])('«%s» names no day', (text) => {
  expect(readMoment(text, clock)).toEqual({});
});
