import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { appointmentIdArgument, chooseAppointment } from './appointment-choice';
import { appointmentFields, appointmentResult, serviceName, whenText } from './appointment-facts';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';

export const cancelAppointment = defineTool({
  name: 'cancel_appointment',
  description:
    "Cancels one of the person's own appointments. The person sees which one and confirms before anything happens.",
  risk: 'write',
  needsAccount: true,
  schema: z.object({ appointment_id: appointmentIdArgument }),
  plan: z.object({ appointmentId: z.string() }),
  examples: toolExamples.cancel_appointment,
  propose: async (args, call) => {
    const found = await chooseAppointment(args.appointment_id, call);
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
