import { languageTags } from '@/lib/i18n/format';
import type { Locale } from '@/lib/locale';

const dayMs = 86_400_000;

/**
 * The instant at which clocks in `zone` show this date (`YYYY-MM-DD`) and time (`HH:MM`), as RFC 5545
 * has it: the first of two where clocks are set back, and where they are set forward past it, as
 * long after the change as it would have been.
 */
export function zonedInstant(date: string, time: string, zone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // No zone is more than 14 hours from UTC: a change of clocks lies between these two, if anywhere.
  const before = zoneOffset(wall - dayMs, zone);
  const after = zoneOffset(wall + dayMs, zone);
  const first = wall - before;
  const isBeforeChange = zoneOffset(first, zone) === before;
  const isAfterChange = !isBeforeChange && zoneOffset(wall - after, zone) === after;
  return new Date(isAfterChange ? wall - after : first);
}

/** The date (`YYYY-MM-DD`) that calendars in `zone` show at this instant. */
export function zonedDate(instant: Date, zone: string): string {
  return new Date(instant.getTime() + zoneOffset(instant.getTime(), zone))
    .toISOString()
    .slice(0, 10);
}

/** The time (`HH:MM`) that clocks in `zone` show at this instant. */
export function zonedTime(instant: Date, zone: string): string {
  return new Date(instant.getTime() + zoneOffset(instant.getTime(), zone))
    .toISOString()
    .slice(11, 16);
}

/** The date that many days later; dates are `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Day and time for people, as clocks in `zone` show them, e.g. "Wed, 25 Nov 2026, 14:30". */
export function formatInZone(instant: Date, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: instant.getUTCSeconds() === 0 ? undefined : '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** Making one costs a hundred times what asking it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(zone, clock);
  return clock;
}

/** Milliseconds that clocks in `zone` are ahead of UTC at this instant, itself in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * The zone's name for people, e.g. "United Kingdom Time". With an instant the name that holds then,
 * e.g. "British Summer Time": it tells apart the two hours that look alike when clocks are set back.
 */
export function zoneName(zone: string, locale: Locale, instant?: Date): string {
  const parts = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: zone,
    timeZoneName: instant ? 'long' : 'longGeneric',
  }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
