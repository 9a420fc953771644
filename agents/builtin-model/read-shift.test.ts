import { expect, test } from 'vitest';
import { readShift, shifted } from './read-shift';

test.each([
  ['Might it start 20 minutes later?', 20],
  ['I would rather be there half an hour earlier', -30],
  ['please postpone it by two hours', 120],
  ['push the visit of Monday back by an hour', 60],
  ['bring my visit forward by 30 minutes', -30],
  ['往后延一个半小时', 90],
  ['我想晚半小时到', 30],
  ['能提早15分钟吗', -15],
])('«%s» moves by %i minutes', (text, minutes) => {
  expect(readShift(text)?.minutes).toBe(minutes);
});

test.each(['half an hour with an adviser', 'in two hours', 'later on Friday', '修一个小时'])(
  '«%s» moves nothing',
  (text) => {
    expect(readShift(text)).toBeUndefined();
  },
);

test('a time that is moved beyond its day is none', () => {
  const moved = (minutes: number) => shifted('22:30', { minutes, start: 0, end: 0 });
  expect(moved(60)).toBe('23:30');
  expect(moved(120)).toBeUndefined();
});
