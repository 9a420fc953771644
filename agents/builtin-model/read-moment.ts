import * as chrono from 'chrono-node';
import { detectLocale } from '@/lib/locale';
import { zoneOffset } from '@/lib/time-zone';

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

/** Reads the day and the time named in a sentence, forward in time; English and Chinese. */
export function readMoment(text: string, clock: Clock): SpokenMoment {
  const reference = {
    instant: clock.now,
    timezone: Math.round(zoneOffset(clock.now.getTime(), clock.timeZone) / 60_000),
  };
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
