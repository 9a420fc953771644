import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import { appointmentSchema, appointmentView } from './appointment-view';
import { calendarIdSchema, requireCalendar, type Slot } from './calendar';
import { isReferenceMissing, isTimeTaken } from './database-refusal';
import { defineOperation } from './operation';
import { Problem } from './problem';
import { requireSlot } from './require-slot';

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
  run: async ({ executor, accountId, body }) => {
    const calendar = await requireCalendar(executor, body.calendarId);
    const slot = requireSlot(calendar, new Date(body.startsAt));
    const booked = { calendarId: calendar.id, customerId: accountId, topic: body.topic };
    const row = await takeSlot(executor, slot, booked);
    if (!row) throw new Problem('slot_taken');
    return appointmentView(row, calendar);
  },
});

/** The database decides between two who want the same time; undefined for whoever is later. */
async function takeSlot(
  executor: Executor,
  slot: Slot,
  booked: Pick<typeof demoAppointments.$inferInsert, 'calendarId' | 'customerId' | 'topic'>,
) {
  try {
    const [row] = await executor
      .insert(demoAppointments)
      .values({ ...booked, ...slot, status: 'booked' })
      .onConflictDoNothing()
      .returning();
    return row;
  } catch (error) {
    if (isTimeTaken(error)) return undefined;
    if (isReferenceMissing(error)) throw new Problem('not_found', 'There is no such account.');
    throw error;
  }
}
