import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import { appointmentIdSchema, appointmentSchema, appointmentView } from './appointment-view';
import { requireCalendar } from './calendar';
import { isTimeTaken } from './database-refusal';
import { defineOperation } from './operation';
import { Problem } from './problem';
import { requireSlot } from './require-slot';

export const rescheduleAppointment = defineOperation({
  id: 'rescheduleAppointment',
  method: 'post',
  path: '/appointments/{appointmentId}/reschedule',
  summary: 'Move an appointment that lies ahead to another free slot of its calendar',
  params: z.object({ appointmentId: appointmentIdSchema }),
  body: z.object({ startsAt: z.iso.datetime({ offset: true }) }),
  response: appointmentSchema,
  run: async ({ executor, accountId, params, body }) => {
    const mine = and(
      eq(demoAppointments.id, params.appointmentId),
      eq(demoAppointments.customerId, accountId),
    );
    const [found] = await executor.select().from(demoAppointments).where(mine).for('update');
    if (!found) throw new Problem('not_found', `There is no appointment ${params.appointmentId}.`);
    if (found.status === 'cancelled') throw new Problem('not_movable', 'It is cancelled.');
    if (found.startsAt.getTime() <= Date.now()) {
      throw new Problem('not_movable', 'It has already begun.');
    }
    const calendar = await requireCalendar(executor, found.calendarId);
    const slot = requireSlot(calendar, new Date(body.startsAt));
    // It is there already, as when the same move is asked for twice.
    if (slot.startsAt.getTime() === found.startsAt.getTime()) {
      return appointmentView(found, calendar);
    }
    const moved = { ...slot, revision: found.revision + 1 };
    try {
      // One row moves: the old time is free and the new one taken at the same moment, or neither.
      await executor.update(demoAppointments).set(moved).where(mine);
    } catch (error) {
      throw isTimeTaken(error) ? new Problem('slot_taken') : error;
    }
    return appointmentView({ ...found, ...moved }, calendar);
  },
});
