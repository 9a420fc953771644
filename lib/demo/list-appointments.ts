import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { demoAppointments, demoCalendars } from '@/drizzle/schema/demo';
import { appointmentSchema, appointmentView } from './appointment-view';
import { defineOperation } from './operation';

export const listAppointments = defineOperation({
  id: 'listAppointments',
  method: 'get',
  path: '/appointments',
  summary: "The customer's appointments that lie ahead, soonest first",
  response: z.object({ appointments: z.array(appointmentSchema) }),
  run: async ({ executor, accountId }) => {
    const rows = await executor
      .select()
      .from(demoAppointments)
      .innerJoin(demoCalendars, eq(demoCalendars.id, demoAppointments.calendarId))
      .where(
        and(
          eq(demoAppointments.customerId, accountId),
          eq(demoAppointments.status, 'booked'),
          gt(demoAppointments.startsAt, new Date()),
        ),
      )
      .orderBy(demoAppointments.startsAt);
    return {
      appointments: rows.map((row) => appointmentView(row.appointments, row.calendars)),
    };
  },
});
