import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import {
  type AppointmentFields,
  appointmentFields,
  appointmentResult,
  serviceName,
  whenText,
} from './appointment-facts';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

const schema = z.object({
  appointment_id: z
    .string()
    .regex(/^AP-\d{5}$/)
    .optional()
    .describe('Appointment number, such as AP-30001; not needed when there is only one'),
});

const appointmentList = z.object({ appointments: z.array(appointmentFields) });

export const cancelAppointment = defineTool({
  name: 'cancel_appointment',
  description:
    "Cancels one of the person's own appointments. The person sees which one and confirms before anything happens.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan: z.object({ appointmentId: z.string() }),
  examples: toolExamples.cancel_appointment,
  propose: async (args, call) => {
    const found = await findAppointment(args, call);
    if ('refused' in found) return found;
    const { appointment } = found;
    const label = (name: string) =>
      translate(call.locale, `agents.actions.cancel_appointment.${name}`);
    return {
      plan: { appointmentId: appointment.appointmentId },
      preview: {
        title: label('title'),
        fields: [
          { label: label('appointment'), value: appointment.appointmentId },
          { label: label('service'), value: serviceName(appointment.calendar, call.locale) },
          {
            label: label('when'),
            value: whenText(appointment.startsAt, appointment.calendar, call.locale),
          },
        ],
      },
    };
  },
  run: async (plan, call) => {
    const answer = await callBusiness(call, 'cancelAppointment', plan, appointmentFields);
    return answer.outcome === 'ok'
      ? appointmentResult(answer.data, call.locale)
      : refusalResult(answer);
  },
});

/** The appointment that is meant: the one named, or the only one there is. */
async function findAppointment(
  { appointment_id }: z.output<typeof schema>,
  call: ToolCall,
): Promise<{ appointment: AppointmentFields } | { refused: ToolResult }> {
  const answer = await callBusiness(call, 'listAppointments', {}, appointmentList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { appointments } = answer.data;
  const meant = appointments.filter(
    (appointment) => !appointment_id || appointment.appointmentId === appointment_id,
  );
  const [appointment, ...others] = meant;
  if (appointment && others.length === 0) return { appointment };
  if (appointment_id) return { refused: { outcome: 'not_found' } };
  if (appointments.length === 0) return { refused: { outcome: 'none' } };
  const lines = appointments.map(
    ({ appointmentId, calendar, startsAt }) =>
      `${appointmentId}: ${serviceName(calendar, call.locale)}, ${whenText(startsAt, calendar, call.locale)}`,
  );
  return { refused: { outcome: 'which_appointment', lines } };
}
