import { z } from 'zod';
import type { Locale } from '@/lib/locale';
import { formatInZone, zoneName } from '@/lib/time-zone';
import { callBusiness } from './call-business';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

/** The demo company's calendars; the words in brackets are how people name them. */
export const serviceArgument = z
  .enum(['repair', 'advice', 'home-setup'])
  .describe(
    'What the appointment is for: repair (fix, fixed, repaired, repairs, repairing, mend, mended, broken, cracked, take a look, have a look, looked at, checked, 维修, 修理, 修, 检修), advice (consultation, consult, consultant, adviser, advisers, advisor, advisors, advise, buying advice, choose, choosing, recommend, 咨询, 选购, 顾问, 挑选, 推荐), home-setup (installation, install, installed, installing, installer, set up, setup, home visit, at home, at my home, at my place, to my home, to my place, to our home, to our place, 安装, 上门, 到家里, 来家里, 装一下, 来装)',
  );

/** On whose clocks a day or a time is meant; the built-in model reads the zones by their names. */
export const serviceClocks = 'Asia/Singapore for repair and home-setup, Europe/London for advice';

export const timeArgument = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe(`24-hour HH:MM, ${serviceClocks}`);

const calendarFields = z.object({
  calendarId: z.string(),
  nameEn: z.string(),
  nameZh: z.string(),
  timeZone: z.string(),
});
export type CalendarFields = z.infer<typeof calendarFields>;

export const slotFields = z.object({
  calendar: calendarFields,
  from: z.string(),
  to: z.string(),
  slots: z.array(z.object({ startsAt: z.string() })),
});

export const appointmentFields = z.object({
  appointmentId: z.string(),
  calendar: calendarFields,
  startsAt: z.string(),
  topic: z.string(),
});
export type AppointmentFields = z.infer<typeof appointmentFields>;

export const appointmentList = z.object({ appointments: z.array(appointmentFields) });

/** Free slots of a service; dates are `YYYY-MM-DD`, inclusive. */
export function listSlots(
  call: ToolCall,
  service: string,
  { from, to }: { from?: string; to?: string },
) {
  return callBusiness(call, 'listFreeSlots', { calendarId: service, from, to }, slotFields);
}

/** The service's name in the person's language. */
export function serviceName(calendar: CalendarFields, locale: Locale): string {
  return locale === 'zh' ? calendar.nameZh : calendar.nameEn;
}

/** Day and time where one meets, with the name that its time zone has then. */
export function whenText(startsAt: string, calendar: CalendarFields, locale: Locale): string {
  const { timeZone } = calendar;
  const instant = new Date(startsAt);
  return `${formatInZone(instant, timeZone, locale)} (${zoneName(timeZone, locale, instant)})`;
}

/** One appointment as one line of a list. */
export function appointmentLine(
  { appointmentId, calendar, startsAt }: AppointmentFields,
  locale: Locale,
): string {
  return `${appointmentId}: ${serviceName(calendar, locale)}, ${whenText(startsAt, calendar, locale)}`;
}

/** A booked or cancelled appointment as facts for the model. */
export function appointmentResult(appointment: AppointmentFields, locale: Locale): ToolResult {
  const { appointmentId, calendar, startsAt } = appointment;
  return {
    outcome: 'ok',
    appointment_id: appointmentId,
    service: serviceName(calendar, locale),
    when: whenText(startsAt, calendar, locale),
  };
}
