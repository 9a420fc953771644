import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { addDays, zonedDate, zonedInstant, zonedTime } from '@/lib/time-zone';
import { appointmentIdArgument, chooseAppointment } from './appointment-choice';
import {
  type AppointmentFields,
  appointmentFields,
  appointmentResult,
  serviceName,
  timeArgument,
  whenText,
} from './appointment-facts';
import { businessDeed, businessUndo } from './business-deed';
import { chooseSlot } from './choose-slot';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ActionPreview, ToolCall } from './tool-spec';

const minutesOfDay = 24 * 60;
/** Four weeks. */
const longestShift = 28 * minutesOfDay;

const schema = z.object({
  appointment_id: appointmentIdArgument,
  to_date: z.iso
    .date()
    .optional()
    .describe(
      'New day, Asia/Singapore unless it is an appointment elsewhere; left out, the day stays',
    ),
  to_time: timeArgument
    .optional()
    .describe('New time where it takes place, HH:MM; left out, it stays'),
  later_by_minutes: z
    .number()
    .int()
    .min(-longestShift)
    .max(longestShift)
    .optional()
    .describe(
      'So many minutes later than now planned, below zero for earlier, whole days as 1440 each; instead of a day and a time that were not named',
    ),
});

const plan = z.object({
  appointmentId: z.string(),
  startsAt: z.string(),
  /** When it was before, to be moved back to. */
  before: z.string().optional(),
});

const move = {
  operationId: 'rescheduleAppointment',
  fields: appointmentFields,
  tell: (appointment: AppointmentFields, { locale }: ToolCall) =>
    appointmentResult(appointment, locale),
};

export const rescheduleAppointment = defineTool({
  name: 'reschedule_appointment',
  description:
    "Moves one of the person's own appointments to another free time. The person sees the old and the new time and confirms before anything happens; the old time is kept until then.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples('reschedule_appointment'),
  propose: async (args, call) => {
    const chosen = await chooseAppointment(args.appointment_id, call);
    if ('refused' in chosen) return chosen;
    const { appointment } = chosen;
    const found = await findNewSlot(appointment, args, call);
    if ('refused' in found) return found;
    return {
      plan: {
        appointmentId: appointment.appointmentId,
        startsAt: found.startsAt,
        before: appointment.startsAt,
      },
      preview: preview(appointment, found.startsAt, call),
    };
  },
  ...businessDeed({
    ...move,
    args: ({ appointmentId, startsAt }: z.output<typeof plan>) => ({ appointmentId, startsAt }),
  }),
  undo: {
    minutes: 60,
    isPossible: ({ before }) => before !== undefined,
    ...businessUndo({
      ...move,
      args: ({ plan: { appointmentId, before } }: { plan: z.output<typeof plan> }) => ({
        appointmentId,
        startsAt: before,
      }),
    }),
  },
});

/** The free slot to move to; what is not said stays as it is. */
async function findNewSlot(
  { appointmentId, calendar, startsAt }: AppointmentFields,
  { later_by_minutes = 0, ...named }: z.output<typeof schema>,
  call: ToolCall,
): Promise<{ startsAt: string } | { refused: ToolResult }> {
  const now = new Date(startsAt);
  const date = zonedDate(now, calendar.timeZone);
  const time = zonedTime(now, calendar.timeZone);
  const { to_date, to_time } = later_by_minutes
    ? { ...shifted(now, calendar.timeZone, later_by_minutes), ...named }
    : named;
  const isSame = (to_date ?? date) === date && (to_time ?? time) === time;
  if (isSame) {
    const when = whenText(startsAt, calendar, call.locale);
    const service = serviceName(calendar, call.locale);
    return { refused: { outcome: 'which_to_date', appointment_id: appointmentId, service, when } };
  }
  const wanted = { service: calendar.calendarId, date: to_date ?? date, time: to_time ?? time };
  return await chooseSlot(wanted, call);
}

/** Day and time so much later, whole days by the calendar, whatever the clocks do meanwhile. */
function shifted(planned: Date, timeZone: string, minutes: number) {
  const days = Math.trunc(minutes / minutesOfDay);
  const date = addDays(zonedDate(planned, timeZone), days);
  const sameTime = zonedInstant(date, zonedTime(planned, timeZone), timeZone);
  const at = new Date(sameTime.getTime() + (minutes - days * minutesOfDay) * 60_000);
  return { to_date: zonedDate(at, timeZone), to_time: zonedTime(at, timeZone) };
}

function preview(
  { appointmentId, calendar, startsAt: before }: AppointmentFields,
  startsAt: string,
  { locale }: ToolCall,
): ActionPreview {
  const label = (name: string) =>
    translate(locale, `agents.actions.reschedule_appointment.${name}`);
  return {
    title: label('title'),
    fields: [
      { label: label('appointment'), value: appointmentId },
      { label: label('service'), value: serviceName(calendar, locale) },
      { label: label('before'), value: whenText(before, calendar, locale) },
      { label: label('when'), value: whenText(startsAt, calendar, locale) },
    ],
  };
}
