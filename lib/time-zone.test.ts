import { expect, test } from 'vitest';
import {
  addDays,
  formatInZone,
  isoWeekday,
  zonedDate,
  zonedInstant,
  zonedTime,
  zoneName,
  zoneOffset,
} from './time-zone';

const minutes = 60_000;
const hours = 60 * minutes;

test('a shop in Singapore opens at 10:00 its own time', () => {
  expect(zonedInstant('2026-11-25', '10:00', 'Asia/Singapore').toISOString()).toBe(
    '2026-11-25T02:00:00.000Z',
  );
});

test('clocks that change in spring and autumn are followed', () => {
  const at = (date: string) => zonedInstant(date, '09:00', 'Europe/Berlin').toISOString();
  expect(at('2026-03-28')).toBe('2026-03-28T08:00:00.000Z');
  expect(at('2026-03-29')).toBe('2026-03-29T07:00:00.000Z');
  expect(at('2026-10-24')).toBe('2026-10-24T07:00:00.000Z');
  expect(at('2026-10-25')).toBe('2026-10-25T08:00:00.000Z');
});

test('it is already tomorrow in the east', () => {
  const lateEvening = new Date('2026-11-25T17:00:00Z');
  expect(zonedDate(lateEvening, 'Asia/Singapore')).toBe('2026-11-26');
  expect(zonedDate(lateEvening, 'America/New_York')).toBe('2026-11-25');
});

test('days are added across months and weekdays are named from Monday', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(isoWeekday('2026-11-23')).toBe(1);
  expect(isoWeekday('2026-11-29')).toBe(7);
});

test('a person reads the day and time of the shop in their own language', () => {
  const instant = new Date('2026-11-25T06:30:00Z');
  expect(formatInZone(instant, 'Asia/Singapore', 'en')).toBe('Wed, 25 Nov 2026, 14:30');
  expect(formatInZone(instant, 'Asia/Singapore', 'zh')).toContain('14:30');
});

test.each([
  // zone, what clocks show, the instant
  ['London in winter', 'Europe/London', '2026-01-15', '10:00', '2026-01-15T10:00Z'],
  ['London in summer', 'Europe/London', '2026-07-15', '10:00', '2026-07-15T09:00Z'],
  ['before London changes in spring', 'Europe/London', '2026-03-29', '00:59', '2026-03-29T00:59Z'],
  ['London’s hour that is not', 'Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30Z'],
  ['after London has changed', 'Europe/London', '2026-03-29', '02:00', '2026-03-29T01:00Z'],
  ['London’s hour that is twice', 'Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30Z'],
  ['after that hour', 'Europe/London', '2026-10-25', '02:00', '2026-10-25T02:00Z'],
  ['New York’s gap', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z'],
  ['New York’s evening before', 'America/New_York', '2026-03-07', '23:30', '2026-03-08T04:30Z'],
  ['New York’s hour twice', 'America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00Z'],
  ['half an hour off', 'Asia/Kolkata', '2026-06-01', '09:30', '2026-06-01T04:00Z'],
  ['Chatham in summer', 'Pacific/Chatham', '2026-01-10', '00:00', '2026-01-09T10:15Z'],
  ['Chatham’s gap', 'Pacific/Chatham', '2026-09-27', '02:50', '2026-09-26T14:05Z'],
  ['Chatham’s hour twice', 'Pacific/Chatham', '2026-04-05', '03:00', '2026-04-04T13:15Z'],
  ['a day whose midnight is not', 'America/Havana', '2026-03-08', '00:00', '2026-03-08T05:00Z'],
  ['a change of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z'],
  ['the day before one left out', 'Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59Z'],
  ['the day after it', 'Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00Z'],
])('%s is the instant that clocks there say', (_, zone, date, time, instant) => {
  expect(zonedInstant(date, time, zone)).toEqual(new Date(instant));
});

test.each([
  ['Europe/London', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Pacific/Chatham', '2026-04-05', '2026-09-27'],
  ['Asia/Kolkata', '2026-03-29', '2026-10-25'],
])(
  'around the changes of %s each quarter of an hour reads back as itself, or as the first of two',
  (zone, ...changes) => {
    for (const day of changes.map((change) => Date.parse(change))) {
      for (let at = day - 36 * hours; at < day + 36 * hours; at += 15 * minutes) {
        const instant = new Date(at);
        const back = zonedInstant(zonedDate(instant, zone), zonedTime(instant, zone), zone);
        const isSecond = at - back.getTime() === 1 * hours;
        const isSetBack = zoneOffset(back.getTime(), zone) > zoneOffset(at, zone);
        expect(isSecond ? isSetBack : back.getTime() === at, instant.toISOString()).toBe(true);
      }
    }
  },
);

test('a zone is called what it is called then, so that two like hours are told apart', () => {
  const first = new Date('2026-10-25T00:30Z');
  const second = new Date('2026-10-25T01:30Z');
  const names = (locale: 'en' | 'zh') =>
    [first, second, undefined].map((instant) => zoneName('Europe/London', locale, instant));
  expect(names('en')).toEqual([
    'British Summer Time',
    'Greenwich Mean Time',
    'United Kingdom Time',
  ]);
  expect(new Set(names('zh')).size).toBe(3);
});
