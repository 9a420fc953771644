import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import { appointmentSchema, appointmentView } from './appointment-view';
import { calendarIdSchema, requireCalendar } from './calendar';
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
    // The unique index on calendar and start decides between two who want the same slot.
    const [row] = await executor
      .insert(demoAppointments)
      .values({
        ...slot,
        calendarId: calendar.id,
        customerId: accountId,
        topic: body.topic,
        status: 'booked',
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Problem('slot_taken');
    return appointmentView(row, calendar);
  },
});
