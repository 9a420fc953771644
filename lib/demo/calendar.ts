import { and, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import { demoAppointments, demoCalendars, type WeeklyHours } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import { addDays, isoWeekday, zonedInstant } from '@/lib/time-zone';
import { Problem } from './problem';

export const calendarIdSchema = z.string().regex(/^[a-z-]{1,40}$/);

export const calendarSchema = z.object({
  calendarId: calendarIdSchema,
  nameEn: z.string(),
  nameZh: z.string(),
  timeZone: z.string(),
});

export type Calendar = typeof demoCalendars.$inferSelect;

/** How far ahead appointments can be made. */
export const bookableDays = 60;

/** A stretch of time that can be booked. */
export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** @throws Problem `not_found` */
export async function requireCalendar(executor: Executor, calendarId: string): Promise<Calendar> {
  const [calendar] = await executor
    .select()
    .from(demoCalendars)
    .where(eq(demoCalendars.id, calendarId));
  if (!calendar) throw new Problem('not_found', `There is no calendar ${calendarId}.`);
  return calendar;
}

/** The calendar as the wire shows it. */
export function calendarView(calendar: Calendar): z.input<typeof calendarSchema> {
  const { id, nameEn, nameZh, timeZone } = calendar;
  return { calendarId: id, nameEn, nameZh, timeZone };
}

/**
 * All slots of a date (`YYYY-MM-DD` in the calendar's zone), free or not. Each lasts as long as the
 * others, whatever clocks do meanwhile: a night in which they change has a slot more or less.
 */
export function slotsOn(calendar: Calendar, date: string): Slot[] {
  const hours = calendar.hours[String(isoWeekday(date)) as keyof WeeklyHours];
  if (!hours) return [];
  const end = zonedInstant(date, hours[1], calendar.timeZone).getTime();
  const step = calendar.slotMinutes * 60_000;
  const slots: Slot[] = [];
  let start = zonedInstant(date, hours[0], calendar.timeZone).getTime();
  while (start + step <= end) {
    slots.push({ startsAt: new Date(start), endsAt: new Date(start + step) });
    start += step;
  }
  return slots;
}

/** The slots of these dates that lie ahead and that no appointment reaches into; dates inclusive. */
export async function findFreeSlots(
  executor: Executor,
  calendar: Calendar,
  from: string,
  to: string,
): Promise<Slot[]> {
  const first = zonedInstant(from, '00:00', calendar.timeZone);
  const end = zonedInstant(addDays(to, 1), '00:00', calendar.timeZone);
  const booked = await executor
    .select({ startsAt: demoAppointments.startsAt, endsAt: demoAppointments.endsAt })
    .from(demoAppointments)
    .where(
      and(
        eq(demoAppointments.calendarId, calendar.id),
        eq(demoAppointments.status, 'booked'),
        gt(demoAppointments.endsAt, first),
        lt(demoAppointments.startsAt, end),
      ),
    );
  const now = Date.now();
  const isFree = (slot: Slot) =>
    slot.startsAt.getTime() > now &&
    !booked.some(({ startsAt, endsAt }) => startsAt < slot.endsAt && endsAt > slot.startsAt);
  const free: Slot[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    free.push(...slotsOn(calendar, date).filter(isFree));
  }
  return free;
}
