import type { z } from 'zod';
import { formatWeekday } from '@/lib/i18n/format';
import type { Locale } from '@/lib/locale';
import { zonedDate } from '@/lib/time-zone';
import type { slotFields } from './appointment-facts';

const maxDays = 5;
const maxTimesOfManyDays = 8;

/** Free times as one line per day, e.g. "Wed 25 Nov: 10:00, 10:30 …"; a single day in full. */
export function slotLines(
  { slots, calendar }: z.infer<typeof slotFields>,
  locale: Locale,
): string[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: calendar.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  const days = Map.groupBy(slots, ({ startsAt }) =>
    zonedDate(new Date(startsAt), calendar.timeZone),
  );
  const most = days.size === 1 ? slots.length : maxTimesOfManyDays;
  return [...days].slice(0, maxDays).map(([date, ofDay]) => {
    const times = ofDay.slice(0, most).map(({ startsAt }) => clock.format(new Date(startsAt)));
    const more = ofDay.length > most ? ' …' : '';
    return `${formatWeekday(date, locale)}: ${times.join(', ')}${more}`;
  });
}
