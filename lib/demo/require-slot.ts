import { addDays, zonedDate } from '@/lib/time-zone';
import { bookableDays, type Calendar, type Slot, slotsOn } from './calendar';
import { Problem } from './problem';

/**
 * The slot of a calendar that starts at this instant, free or not.
 * @throws Problem `not_a_slot` when there is none, it has passed, or it lies too far ahead.
 */
export function requireSlot(calendar: Calendar, start: Date): Slot {
  const date = zonedDate(start, calendar.timeZone);
  const slot = slotsOn(calendar, date).find(
    ({ startsAt }) => startsAt.getTime() === start.getTime(),
  );
  if (!slot) throw new Problem('not_a_slot', 'The calendar has no slot that starts then.');
  if (start.getTime() <= Date.now()) throw new Problem('not_a_slot', 'This time has passed.');
  if (date > addDays(zonedDate(new Date(), calendar.timeZone), bookableDays)) {
    throw new Problem('not_a_slot', `Appointments are made up to ${bookableDays} days ahead.`);
  }
  return slot;
}
