import { z } from 'zod';
import { type AppointmentFields, appointmentLine, appointmentList } from './appointment-facts';
import { callBusiness, refusalResult } from './call-business';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

/** Which of the person's appointments is meant. */
export const appointmentIdArgument = z
  .string()
  .regex(/^AP-\d{5,9}$/)
  .optional()
  .describe('Appointment number, such as AP-30001; not needed when there is only one');

/** The appointment that is meant: the one named, or the only one there is. */
export async function chooseAppointment(
  appointmentId: string | undefined,
  call: ToolCall,
): Promise<{ appointment: AppointmentFields } | { refused: ToolResult }> {
  const answer = await callBusiness(call, 'listAppointments', {}, appointmentList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { appointments } = answer.data;
  const meant = appointments.filter(
    (each) => !appointmentId || each.appointmentId === appointmentId,
  );
  const [appointment, ...others] = meant;
  if (appointment && others.length === 0) return { appointment };
  if (appointmentId) return { refused: { outcome: 'not_found' } };
  if (appointments.length === 0) return { refused: { outcome: 'none' } };
  const lines = appointments.map((each) => appointmentLine(each, call.locale));
  return { refused: { outcome: 'which_appointment', lines } };
}
