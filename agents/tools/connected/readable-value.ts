import { deskZone } from '@/lib/desk-clock';
import { formatDay, formatFigure } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { formatInZone, zoneName } from '@/lib/time-zone';
import { isMoneyName } from './is-money-name';

/** A date of ISO 8601, with a time where there is one, and with how far that is from UTC. */
const isoDate =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/**
 * A value of another system as people write it: yes and no, dates and times, sums in groups of
 * digits. Any other text is as it was; of a time, what is less than a second is left out.
 * @param name what the system calls it
 * @returns '' for nothing
 */
export function readableValue(value: unknown, name: string, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return translate(locale, value ? 'agents.yes' : 'agents.no');
  const text = String(value);
  if (isMoneyName(name)) return sum(text, locale);
  return typeof value === 'string' ? moment(value, locale) : text;
}

/** Digits beyond hundredths would be lost, as would noughts in front, and a text that is no plain figure. */
function sum(text: string, locale: Locale): string {
  return /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/.test(text) ? formatFigure(text, locale) : text;
}

function moment(text: string, locale: Locale): string {
  const [, date, time, offset] = isoDate.exec(text) ?? [];
  if (date === undefined || !isDay(date)) return text;
  if (time === undefined) return formatDay(date, locale);
  const instant = new Date(`${date}T${time}${offset ?? 'Z'}`);
  if (Number.isNaN(instant.getTime())) return text;
  // What has no zone is the time where it is meant to be.
  if (offset === undefined) return formatInZone(instant, 'UTC', locale);
  const zone = deskZone();
  return `${formatInZone(instant, zone, locale)} (${zoneName(zone, locale, instant)})`;
}

/** There is a 30 February for `Date`, but not for people. */
function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
