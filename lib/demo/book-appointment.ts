import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import { addDays, zonedDate } from '@/lib/time-zone';
import { appointmentSchema, appointmentView } from './appointment-view';
import {
  bookableDays,
  type Calendar,
  calendarIdSchema,
  requireCalendar,
  type Slot,
  slotsOn,
} from './calendar';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const bookAppointment = defineOperation({
  id: 'bookAppointment',
  method: 'post',
  path: '/appointments',
  summary: 'Book a free slot',
  body: z.object({
    calendarId: calendarIdSchema,
    startsAt: z.iso.datetime({ offset: true }),
    topic: z.string().max(200).default(''),
  }),
  response: appointmentSchema,
  run: async ({ executor, customerId, body }) => {
    const calendar = await requireCalendar(executor, body.calendarId);
    const slot = requireSlot(calendar, new Date(body.startsAt));
    // The unique index on calendar and start decides between two who want the same slot.
    const [row] = await executor
      .insert(demoAppointments)
      .values({ ...slot, calendarId: calendar.id, customerId, topic: body.topic, status: 'booked' })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Problem('slot_taken');
    return appointmentView(row, calendar);
  },
});

function requireSlot(calendar: Calendar, start: Date): Slot {
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
