import * as chrono from 'chrono-node';
import { detectLocale } from '@/lib/locale';
import { addDays, zonedDate, zoneOffset } from '@/lib/time-zone';
import { plainDates } from './plain-dates';

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
  /** `HH:MM`, when an hour was named; the first of several. */
  time?: string;
  /** The last of several times, else the same as `time`. */
  lastTime?: string;
}

/** Of a longer text only the end is searched: the parser's patterns take too long for all of it. */
const longestText = 2_000;
/** A day that was spoken of before, which the parser takes for tomorrow. */
const spokenOf = /^(?:on\s+)?(?:the|that)\s+(?:same\s+)?day(?:\s+(?:before|after))?$/i;
const endless = /[零一二两三四五六七八九十百千万]{21,}|\d{21,}/g;

const two = (value: number | null) => String(value ?? 0).padStart(2, '0');

/** Without "am" or "pm", one to six o'clock are in the afternoon, when people are received. */
function hourOf(part: chrono.ParsedComponents, text: string): number {
  const hour = part.get('hour') ?? 0;
  const isBare = !part.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/\b0\d[:：]/.test(text);
  return isBare ? hour + 12 : hour;
}

/**
 * The day of a part: of what must have passed the year before or the week before, and of what is to
 * come not today for its weekday, whatever the hour: who means today says so.
 */
function dayOf(part: chrono.ParsedComponents, today: string, isPast: boolean): string {
  const day = `${part.get('year')}-${two(part.get('month'))}-${two(part.get('day'))}`;
  const isWeekday = part.isCertain('weekday') && !part.isCertain('day');
  if (!isPast) return isWeekday && day === today ? addDays(day, 7) : day;
  if (day <= today) return day;
  if (isWeekday) return addDays(day, -7);
  return part.isCertain('year') ? day : `${Number(part.get('year')) - 1}${day.slice(4)}`;
}

/**
 * What the clock shows, as the parser takes it: by the server's own zone. It can be told another
 * zone, but its Chinese half does not listen.
 */
function shownBy({ now, timeZone }: Clock): Date {
  const shown = new Date(now.getTime() + zoneOffset(now.getTime(), timeZone));
  return new Date(
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
  );
}

/**
 * Reads the day and the time named in a sentence, in English and Chinese: forward in time, or
 * back for what has happened.
 */
export function readMoment(text: string, clock: Clock, { isPast = false } = {}): SpokenMoment {
  const parser = detectLocale(text) === 'zh' ? chrono.zh.hans : chrono.en.casual;
  const today = zonedDate(clock.now, clock.timeZone);
  const moment: SpokenMoment = {};
  const searched = text.slice(-longestText).replaceAll(endless, '…');
  const plain = plainDates(searched, today, isPast);
  const found = parser
    .parse(plain, shownBy(clock), { forwardDate: !isPast })
    .filter((each) => !spokenOf.test(each.text));
  for (const part of found.flatMap(({ start, end }) => (end ? [start, end] : [start]))) {
    if (part.isCertain('day') || part.isCertain('weekday')) {
      moment.lastDay = dayOf(part, today, isPast);
      moment.day ??= moment.lastDay;
    }
    if (part.isCertain('hour')) {
      moment.lastTime = `${two(hourOf(part, plain))}:${two(part.get('minute'))}`;
      moment.time ??= moment.lastTime;
    }
  }
  return moment;
}
