import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import { appointmentIdSchema, appointmentSchema, appointmentView } from './appointment-view';
import { requireCalendar } from './calendar';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const cancelAppointment = defineOperation({
  id: 'cancelAppointment',
  method: 'post',
  path: '/appointments/{appointmentId}/cancel',
  summary: 'Cancel an appointment that lies ahead',
  params: z.object({ appointmentId: appointmentIdSchema }),
  response: appointmentSchema,
  run: async ({ executor, accountId, params }) => {
    const mine = and(
      eq(demoAppointments.id, params.appointmentId),
      eq(demoAppointments.customerId, accountId),
    );
    const [found] = await executor.select().from(demoAppointments).where(mine).for('update');
    if (!found) throw new Problem('not_found', `There is no appointment ${params.appointmentId}.`);
    if (found.status === 'cancelled') throw new Problem('not_cancellable', 'It is cancelled.');
    if (found.startsAt.getTime() <= Date.now()) {
      throw new Problem('not_cancellable', 'It has already begun.');
    }
    const cancelled = { status: 'cancelled' as const, revision: found.revision + 1 };
    await executor.update(demoAppointments).set(cancelled).where(mine);
    const calendar = await requireCalendar(executor, found.calendarId);
    return appointmentView({ ...found, ...cancelled }, calendar);
  },
});
