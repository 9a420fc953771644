import { describe, expect, test } from 'vitest';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { bookAppointment } from '@/agents/tools/book-appointment';
import { findFreeSlots } from '@/agents/tools/find-free-slots';
import { calendars } from '@/drizzle/seed/demo-catalog';
import { clockOf } from './clock-of';
import { fillArguments } from './fill-arguments';

const bound = (tool: unknown) => {
  const found = toBoundTool(tool);
  if (!found) throw new Error('This is no tool.');
  return found;
};

// Friday in London and Singapore alike at first; from 16:00 UTC on it is Saturday in Singapore.
const afternoon = new Date('2026-11-20T14:00:00Z');
const evening = new Date('2026-11-20T20:00:00Z');

/** The day that is meant, by a desk on a server somewhere else. */
function dayOf(text: string, now: Date, timeZone = 'America/New_York') {
  return fillArguments(bound(bookAppointment), [{ text }], { now, timeZone }).values.date;
}

describe('«tomorrow» is told by the clocks of what is booked', () => {
  test.each([
    ['Book a repair for tomorrow at 10', afternoon, '2026-11-21'],
    ['Book a repair for tomorrow at 10', evening, '2026-11-22'],
    ['Book product advice for tomorrow at 10', evening, '2026-11-21'],
    ['明天上午十点预约维修', evening, '2026-11-22'],
    ['明天上午十点预约选购咨询', evening, '2026-11-21'],
    // In Singapore it is Saturday already: the next one is meant.
    ['Book a repair for Saturday at 11', evening, '2026-11-28'],
    ['Book product advice for Saturday at 11', evening, '2026-11-21'],
    ['Book product advice for today at 10', evening, '2026-11-20'],
    ['Book a repair for today at 10', evening, '2026-11-21'],
  ])('%s', (text, now, day) => {
    expect(dayOf(text, now)).toBe(day);
    expect(dayOf(text, now, 'Pacific/Chatham')).toBe(day);
  });

  test('so is the night in which they change', () => {
    const beforeTheNight = new Date('2027-03-27T23:30:00Z');
    const afterIt = new Date('2027-03-28T23:30:00Z');
    expect(dayOf('product advice tomorrow at 10', beforeTheNight)).toBe('2027-03-28');
    expect(dayOf('product advice tomorrow at 10', afterIt)).toBe('2027-03-30');
  });
});

test('the tools name the zones that the company’s calendars have', () => {
  const clock = { now: afternoon, timeZone: 'UTC' };
  for (const [tool, name] of [
    [bookAppointment, 'date'],
    [findFreeSlots, 'from_date'],
    [findFreeSlots, 'to_date'],
  ] as const) {
    const property = bound(tool).properties[name] ?? {};
    for (const { id, timeZone } of calendars) {
      expect(clockOf(property, { service: id }, clock).timeZone).toBe(timeZone);
    }
    expect(clockOf(property, {}, clock).timeZone).toBe('UTC');
  }
});

test.each([
  ['a day', 'UTC'],
  ['Day on which it was paid, in Asia/Singapore', 'Asia/Singapore'],
  ['Either/Or, as you like', 'UTC'],
])('an argument told as «%s» is read by the clocks of %s', (description, zone) => {
  expect(clockOf({ description }, {}, { now: afternoon, timeZone: 'UTC' }).timeZone).toBe(zone);
});
