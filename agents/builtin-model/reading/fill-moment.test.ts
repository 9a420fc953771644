import { expect, test } from 'vitest';
import { fillMoment } from './fill-moment';

/** A Friday, early in the afternoon in Singapore. */
const clock = { now: new Date('2026-11-20T05:00:00Z'), timeZone: 'Asia/Singapore' };
const time = { type: 'string', pattern: String.raw`^([01]\d|2[0-3]):[0-5]\d$` };
const date = { type: 'string', format: 'date' };

function rangeOf(text: string) {
  const said = [{ text }];
  const at = { clock, isRange: true };
  return [fillMoment('from_date', date, said, at), fillMoment('to_date', date, said, at)];
}

test.each([
  ['Anything free on Wednesday or Tuesday?', '2026-11-24', '2026-11-25'],
  ['My kettle burst on Sunday. Is an adviser free on Monday?', '2026-11-23', '2026-11-23'],
  ['手表周日就坏了。请问周二有空位吗？', '2026-11-24', '2026-11-24'],
])('«%s»: a range ends after its beginning', (text, from, to) => {
  expect(rangeOf(text)).toEqual([from, to]);
});

test.each([
  [['my visit is at two on Monday, could it start half an hour later'], '14:30'],
  [['move the visit of 3 pm by an hour, to 4 pm'], '16:00'],
  [['at 2 pm on Monday', 'rather one hour later'], '15:00'],
  [['周一下午两点', '还是提前半小时吧'], '13:30'],
  [['an hour later'], undefined],
])('%j: so much later than was told', (texts, expected) => {
  const said = texts.map((text) => ({ text }));
  expect(fillMoment('to_time', time, said, { clock, isRange: false })).toBe(expected);
});

test.each([
  [['the visit is on Monday, may it be two days later?'], '2026-11-25'],
  [['book it for Monday', 'rather a day later'], '2026-11-24'],
  [['周一的安装往后延两天'], '2026-11-25'],
  [['我约了周一，想提前一日'], '2026-11-22'],
  [['two days later, please'], undefined],
])('%j: so many days later than was told', (texts, expected) => {
  const said = texts.map((text) => ({ text }));
  expect(fillMoment('to_date', date, said, { clock, isRange: false })).toBe(expected);
});
