import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoAppointments } from '@/drizzle/schema/demo';
import { localeSchema } from '@/lib/locale';
import { appointmentCalendar } from './appointment-calendar';
import { appointmentIdSchema } from './appointment-view';
import { requireCalendar } from './calendar';
import { requireCustomer } from './get-account';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const getAppointmentCalendar = defineOperation({
  id: 'getAppointmentCalendar',
  method: 'get',
  path: '/appointments/{appointmentId}/calendar',
  summary: 'An appointment as an iCalendar file, for calendar programs',
  params: z.object({ appointmentId: appointmentIdSchema }),
  query: z.object({ locale: localeSchema.default('en') }),
  response: z.object({ appointmentId: appointmentIdSchema, fileName: z.string(), ics: z.string() }),
  run: async ({ executor, accountId, params, query }) => {
    const { appointmentId } = params;
    const [appointment] = await executor
      .select()
      .from(demoAppointments)
      .where(
        and(eq(demoAppointments.id, appointmentId), eq(demoAppointments.customerId, accountId)),
      );
    if (!appointment) throw new Problem('not_found', `There is no appointment ${appointmentId}.`);
    const calendar = await requireCalendar(executor, appointment.calendarId);
    const { address } = await requireCustomer(executor, accountId);
    return {
      appointmentId,
      fileName: `appointment-${appointmentId}.ics`,
      ics: appointmentCalendar(appointment, { calendar, address, locale: query.locale }),
    };
  },
});
