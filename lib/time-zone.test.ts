import { expect, test } from 'vitest';
import { addDays, formatInZone, isoWeekday, zonedDate, zonedInstant } from './time-zone';

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
