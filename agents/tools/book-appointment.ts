import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import {
  appointmentFields,
  appointmentResult,
  serviceArgument,
  serviceClocks,
  serviceName,
  timeArgument,
  whenText,
} from './appointment-facts';
import { businessDeed, businessUndo } from './business-deed';
import { chooseSlot } from './choose-slot';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';

const schema = z.object({
  service: serviceArgument,
  date: z.iso.date().describe(`Day of the appointment, ${serviceClocks}`),
  time: timeArgument,
  topic: z.string().max(200).optional().describe('What it is about, in a few words'),
});
const plan = z.object({
  calendarId: z.string(),
  startsAt: z.string(),
  topic: z.string().optional(),
});

/** For so long a booking can be taken back with a click; after that it can be cancelled by asking. */
const undoMinutes = 60;

export const bookAppointment = defineTool({
  name: 'book_appointment',
  description:
    'Books a free time for a repair, product advice or a home installation. The person sees day, time and service and confirms them before anything happens.',
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples('book_appointment'),
  propose: async (args, call) => {
    const found = await chooseSlot(args, call);
    if ('refused' in found) return found;
    const { calendar, startsAt } = found;
    const label = (name: string) =>
      translate(call.locale, `agents.actions.book_appointment.${name}`);
    const fields = [
      { label: label('service'), value: serviceName(calendar, call.locale) },
      { label: label('when'), value: whenText(startsAt, calendar, call.locale) },
    ];
    if (args.topic) fields.push({ label: label('topic'), value: args.topic });
    return {
      plan: { calendarId: args.service, startsAt, topic: args.topic },
      preview: { title: label('title'), fields },
    };
  },
  ...businessDeed({
    operationId: 'bookAppointment',
    args: (body: z.output<typeof plan>) => body,
    fields: appointmentFields,
    tell: (appointment, { locale }) => appointmentResult(appointment, locale),
  }),
  undo: {
    minutes: undoMinutes,
    ...businessUndo({
      operationId: 'cancelAppointment',
      args: ({ result }) => ({ appointmentId: result.appointment_id }),
      fields: appointmentFields,
      tell: (appointment, { locale }) => appointmentResult(appointment, locale),
    }),
  },
});
