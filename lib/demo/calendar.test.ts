import { expect, test } from 'vitest';
import type { WeeklyHours } from '@/drizzle/schema/demo';
import { zonedDate, zonedTime } from '@/lib/time-zone';
import { type Calendar, slotsOn } from './calendar';

const sunday = (from: string, to: string): WeeklyHours => ({ 7: [from, to] });

function calendar(timeZone: string, hours: WeeklyHours, slotMinutes = 60): Calendar {
  const names = { id: 'night', nameEn: 'Night', nameZh: '夜', placeEn: null, placeZh: null };
  return { ...names, timeZone, hours, slotMinutes };
}

/** The times that clocks there show at the beginning of each slot. */
function times(date: string, of: Calendar): string[] {
  const slots = slotsOn(of, date);
  for (const { startsAt, endsAt } of slots) {
    expect(endsAt.getTime() - startsAt.getTime()).toBe(of.slotMinutes * 60_000);
    expect(zonedDate(startsAt, of.timeZone)).toBe(date);
  }
  const starts = slots.map(({ startsAt }) => startsAt.getTime());
  expect(new Set(starts).size).toBe(starts.length);
  return slots.map(({ startsAt }) => zonedTime(startsAt, of.timeZone));
}

test('a night in which clocks are set forward has an hour less, and no time that is not', () => {
  const london = calendar('Europe/London', sunday('00:00', '04:00'));
  expect(times('2027-03-28', london)).toEqual(['00:00', '02:00', '03:00']);
  const newYork = calendar('America/New_York', sunday('01:00', '05:00'));
  expect(times('2027-03-14', newYork)).toEqual(['01:00', '03:00', '04:00']);
  const chatham = calendar('Pacific/Chatham', sunday('02:00', '05:00'), 15);
  expect(times('2026-09-27', chatham).slice(0, 5)).toEqual([
    ...['02:00', '02:15', '02:30', '03:45', '04:00'],
  ]);
});

test('a night in which they are set back has an hour more, and its hours are not one', () => {
  const london = calendar('Europe/London', sunday('00:00', '03:00'));
  expect(times('2026-10-25', london)).toEqual(['00:00', '01:00', '01:00', '02:00']);
  const newYork = calendar('America/New_York', sunday('00:00', '03:00'));
  expect(times('2026-11-01', newYork)).toEqual(['00:00', '01:00', '01:00', '02:00']);
});

test('working hours stay what they are on the clocks of the place, all year', () => {
  const hours: WeeklyHours = { 1: ['09:00', '17:00'] };
  for (const zone of ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham']) {
    const place = calendar(zone, hours, 120);
    for (const monday of ['2027-01-04', '2027-03-29', '2027-07-05', '2027-11-08']) {
      expect(times(monday, place)).toEqual(['09:00', '11:00', '13:00', '15:00']);
    }
    expect(slotsOn(place, '2027-01-05')).toEqual([]);
  }
});

test('what does not fit before closing time is no slot', () => {
  const place = calendar('Asia/Singapore', { 1: ['09:00', '11:50'] });
  expect(times('2027-01-04', place)).toEqual(['09:00', '10:00']);
});
