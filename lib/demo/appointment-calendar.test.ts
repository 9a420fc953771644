import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendars } from '@/drizzle/seed/demo-catalog';
import { appointmentCalendar } from './appointment-calendar';
import type { Calendar } from './calendar';

const booked = {
  id: 'AP-30001',
  calendarId: 'repair',
  customerId: 'C-1001',
  startsAt: new Date('2027-03-03T02:30:00Z'),
  endsAt: new Date('2027-03-03T03:00:00Z'),
  topic: 'Cracked screen; "urgent", \\ with\nBEGIN:VALARM',
  status: 'booked' as const,
  revision: 0,
};

function calendarOf(id: string): Calendar {
  const found = calendars.find((each) => each.id === id);
  return { placeEn: null, placeZh: null, ...found } as Calendar;
}

/** What a calendar program reads of the file. */
function open(
  changes: Partial<Parameters<typeof appointmentCalendar>[0]> = {},
  { service = 'repair', locale = 'en' as 'en' | 'zh' } = {},
) {
  const file = appointmentCalendar(
    { ...booked, ...changes },
    { calendar: calendarOf(service), address: '12 Harbour Street, Singapore 070100', locale },
  );
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const component = new ICAL.Component(ICAL.parse(file));
  const [entry, ...others] = component.getAllSubcomponents('vevent');
  expect(others).toEqual([]);
  const event = new ICAL.Event(entry);
  return { event, entry, method: component.getFirstPropertyValue('method') };
}

test('a calendar program reads when, where and what for, and nothing that was smuggled in', () => {
  const { event, entry, method } = open();
  expect(method).toBe('PUBLISH');
  expect(event.startDate.toJSDate()).toEqual(booked.startsAt);
  expect(event.endDate.toJSDate()).toEqual(booked.endsAt);
  expect(event).toMatchObject({
    uid: 'AP-30001@lanternway.test',
    sequence: 0,
    summary: 'Lanternway: Repair desk',
    location: 'Lanternway, 18 Lantern Way, Singapore',
  });
  expect(event.description).toContain(booked.topic);
  expect(event.description).toContain('Wed, 3 Mar 2027, 10:30 (Singapore Standard Time)');
  expect(entry?.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(entry?.getAllSubcomponents()).toEqual([]);
});

test('one that was moved is the same entry, later; one that is cancelled is taken away', () => {
  const later = {
    startsAt: new Date('2027-03-04T02:30:00Z'),
    endsAt: new Date('2027-03-04T03:00:00Z'),
  };
  const moved = open({ ...later, revision: 1 });
  expect(moved.event).toMatchObject({ uid: 'AP-30001@lanternway.test', sequence: 1 });
  expect(moved.event.startDate.toJSDate()).toEqual(later.startsAt);
  const cancelled = open({ status: 'cancelled', revision: 2 });
  expect(cancelled.event).toMatchObject({ uid: 'AP-30001@lanternway.test', sequence: 2 });
  expect(cancelled.method).toBe('CANCEL');
  expect(cancelled.entry?.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('it is in the person’s language, on the clocks of the place, and at home where that is it', () => {
  const summer = {
    startsAt: new Date('2027-07-01T09:00:00Z'),
    endsAt: new Date('2027-07-01T09:30:00Z'),
  };
  const advice = open(summer, { service: 'advice' });
  expect(advice.event.description).toContain('Thu, 1 Jul 2027, 10:00 (British Summer Time)');
  expect(advice.event.startDate.toJSDate()).toEqual(summer.startsAt);
  const home = open({}, { service: 'home-setup', locale: 'zh' });
  expect(home.event.summary).toBe('Lanternway：上门安装');
  expect(home.event.location).toBe('12 Harbour Street, Singapore 070100');
  expect(home.event.description).toContain('如需改期或取消');
});
