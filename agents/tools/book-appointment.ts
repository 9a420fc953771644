import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { zonedInstant } from '@/lib/time-zone';
import {
  appointmentFields,
  appointmentResult,
  type CalendarFields,
  listSlots,
  serviceArgument,
  serviceName,
  whenText,
} from './appointment-facts';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { slotLines } from './slot-lines';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

const schema = z.object({
  service: serviceArgument,
  date: z.iso.date().describe('Day of the appointment'),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('Time at the shop, 24-hour HH:MM'),
  topic: z.string().max(200).optional().describe('What it is about, in a few words'),
});
type Arguments = z.output<typeof schema>;

const plan = z.object({
  calendarId: z.string(),
  startsAt: z.string(),
  topic: z.string().optional(),
});

export const bookAppointment = defineTool({
  name: 'book_appointment',
  description:
    'Books a free time for a repair, product advice or a home installation. The person sees day, time and service and confirms them before anything happens.',
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples.book_appointment,
  propose: async (args, call) => {
    const found = await findSlot(args, call);
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
  run: async (body, call) => {
    const answer = await callBusiness(call, 'bookAppointment', body, appointmentFields);
    return answer.outcome === 'ok'
      ? appointmentResult(answer.data, call.locale)
      : refusalResult(answer);
  },
});

/** The free slot that is meant, or what is free that day instead. */
async function findSlot(
  { service, date, time }: Arguments,
  call: ToolCall,
): Promise<{ calendar: CalendarFields; startsAt: string } | { refused: ToolResult }> {
  const answer = await listSlots(call, service, { from: date, to: date });
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { calendar, slots } = answer.data;
  const startsAt = zonedInstant(date, time, calendar.timeZone).toISOString();
  if (slots.some((slot) => slot.startsAt === startsAt)) return { calendar, startsAt };
  return {
    refused: {
      outcome: slots.length > 0 ? 'slot_taken' : 'day_full',
      service: serviceName(calendar, call.locale),
      when: whenText(startsAt, calendar, call.locale),
      lines: slotLines(answer.data, call.locale),
    },
  };
}
