import { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import { requireAction } from '@/lib/db/actions/actions';
import { AppError, notFound } from '@/lib/errors';
import { callBusiness } from './call-business';

const namesAppointment = z.looseObject({ outcome: z.literal('ok'), appointment_id: z.string() });
const calendarFields = z.object({ fileName: z.string(), ics: z.string() });

/** An appointment as a file for calendar programs. */
export type CalendarFile = z.infer<typeof calendarFields>;

/**
 * The appointment that an action of this person made, moved or cancelled, as it stands now.
 * @throws AppError `not_found` for an action of somebody else's, or one without an appointment;
 * `unavailable` when the company does not answer
 */
export async function findAppointmentCalendar(
  principal: Principal,
  actionId: string,
): Promise<CalendarFile> {
  const { principalId, result, conversationId, turnId } = await requireAction(actionId);
  const made = namesAppointment.safeParse(result).data;
  if (principalId !== principal.id || !made) throw notFound();
  const { locale } = principal;
  const answer = await callBusiness(
    { principal, conversationId, turnId, locale },
    'getAppointmentCalendar',
    { appointmentId: made.appointment_id, locale },
    calendarFields,
  );
  if (answer.outcome === 'ok') return answer.data;
  throw answer.outcome === 'refused'
    ? notFound()
    : new AppError('unavailable', { part: 'appointments' });
}
