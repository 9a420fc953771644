import { expect, test } from 'vitest';
import { readShift, shiftedDay, shiftedTime } from './read-shift';

test.each([
  ['Might it start 20 minutes later?', 20],
  ['I would rather be there half an hour earlier', -30],
  ['please postpone it by two hours', 120],
  ['push the visit of Monday back by an hour', 60],
  ['bring my visit forward by 30 minutes', -30],
  ['往后延一个半小时', 90],
  ['我想晚半小时到', 30],
  ['能提早15分钟吗', -15],
  ['make it two days later', 2880],
  ['安装往后延一周', 10080],
])('«%s» moves by %i minutes', (text, minutes) => {
  expect(readShift(text)?.minutes).toBe(minutes);
});

test.each([
  'half an hour with an adviser',
  'in two hours',
  'later on Friday',
  '修一个小时',
  'two days after that',
])('«%s» moves nothing', (text) => {
  expect(readShift(text)).toBeUndefined();
});

test('a time that is moved beyond its day is none', () => {
  const moved = (minutes: number) => shiftedTime('22:30', { minutes, start: 0, end: 0 });
  expect(moved(60)).toBe('23:30');
  expect(moved(120)).toBeUndefined();
});

test('whole days move the day', () => {
  const moved = (minutes: number) => shiftedDay('2026-11-30', { minutes, start: 0, end: 0 });
  expect(moved(2880)).toBe('2026-12-02');
  expect(moved(90)).toBeUndefined();
});
