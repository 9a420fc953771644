import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { appointmentIdArgument, chooseAppointment } from './appointment-choice';
import { appointmentFields, appointmentResult, serviceName, whenText } from './appointment-facts';
import { businessDeed } from './business-deed';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';

const plan = z.object({ appointmentId: z.string() });

export const cancelAppointment = defineTool({
  name: 'cancel_appointment',
  description:
    "Cancels one of the person's own appointments. The person sees which one and confirms before anything happens.",
  risk: 'write',
  needsAccount: true,
  schema: z.object({ appointment_id: appointmentIdArgument }),
  plan,
  examples: toolExamples('cancel_appointment'),
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
  ...businessDeed({
    operationId: 'cancelAppointment',
    args: (body: z.output<typeof plan>) => body,
    fields: appointmentFields,
    tell: (appointment, { locale }) => appointmentResult(appointment, locale),
  }),
});
