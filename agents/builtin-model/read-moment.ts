import * as chrono from 'chrono-node';
import { detectLocale } from '@/lib/locale';

/** The time in which a person's "tomorrow at ten" is meant. */
export interface Clock {
  now: Date;
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string;
}

/** A day, a time of day, or both, as the person named them. */
export interface SpokenMoment {
  /** `YYYY-MM-DD`, when a day was named; the first of several. */
  day?: string;
  /** The last of several days, else the same as `day`. */
  lastDay?: string;
  /** `HH:MM`, when an hour was named. */
  time?: string;
}

const two = (value: number | null) => String(value ?? 0).padStart(2, '0');

/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetOf(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute);
  return Math.round((asIfUtc - instant.getTime()) / 60_000);
}

/** The instant at which a wall clock in the zone shows this day and time. */
export function toInstant(day: string, time: string, timeZone: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const first = new Date(guess.getTime() - offsetOf(guess, timeZone) * 60_000);
  return new Date(guess.getTime() - offsetOf(first, timeZone) * 60_000);
}

/** Reads the day and the time named in a sentence, forward in time; English and Chinese. */
export function readMoment(text: string, clock: Clock): SpokenMoment {
  const reference = { instant: clock.now, timezone: offsetOf(clock.now, clock.timeZone) };
  const parser = detectLocale(text) === 'zh' ? chrono.zh.hans : chrono.en.casual;
  const moment: SpokenMoment = {};
  const found = parser.parse(text, reference, { forwardDate: true });
  for (const part of found.flatMap(({ start, end }) => (end ? [start, end] : [start]))) {
    if (part.isCertain('day') || part.isCertain('weekday')) {
      moment.lastDay = `${part.get('year')}-${two(part.get('month'))}-${two(part.get('day'))}`;
      moment.day ??= moment.lastDay;
    }
    if (part.isCertain('hour')) {
      moment.time ??= `${two(part.get('hour'))}:${two(part.get('minute'))}`;
    }
  }
  return moment;
}
