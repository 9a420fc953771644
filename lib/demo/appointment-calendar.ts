import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { demoAppointments } from '@/drizzle/schema/demo';
import type { Locale } from '@/lib/locale';
import { formatInZone, zoneName } from '@/lib/time-zone';
import type { Calendar } from './calendar';

type Appointment = typeof demoAppointments.$inferSelect;

const organizer = { name: 'Lanternway', email: 'appointments@lanternway.test' };

const words = {
  en: {
    summary: (service: string) => `Lanternway: ${service}`,
    number: (id: string, when: string) => `Appointment ${id}, ${when}.`,
    change: 'To move or cancel it, write to us in the chat and name this number.',
    cancelled: 'This appointment is cancelled.',
  },
  zh: {
    summary: (service: string) => `Lanternway：${service}`,
    number: (id: string, when: string) => `预约 ${id}，${when}。`,
    change: '如需改期或取消，请在对话中告诉我们这个编号。',
    cancelled: '此预约已取消。',
  },
} as const satisfies Record<Locale, unknown>;

/**
 * An appointment as an iCalendar file (RFC 5545), in one language. Its UID stays and its SEQUENCE
 * rises with each change, so that a calendar program that is given it again moves the entry, and
 * takes it away once the appointment is cancelled.
 */
export function appointmentCalendar(
  appointment: Appointment,
  { calendar, address, locale }: { calendar: Calendar; address: string | null; locale: Locale },
): string {
  const { id, topic, startsAt, endsAt, revision, status } = appointment;
  const { summary, number, change, cancelled } = words[locale];
  const isBooked = status === 'booked';
  const when = `${formatInZone(startsAt, calendar.timeZone, locale)} (${zoneName(calendar.timeZone, locale, startsAt)})`;
  const place = locale === 'zh' ? calendar.placeZh : calendar.placeEn;
  const lines = [topic, number(id, when), isBooked ? change : cancelled];
  const file = ical({
    prodId: { company: 'Lanternway', product: 'Appointments', language: locale.toUpperCase() },
    method: isBooked ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL,
  });
  file.createEvent({
    id: `${id}@lanternway.test`,
    sequence: revision,
    status: isBooked ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    stamp: new Date(),
    // Instants, written in UTC: right on any clock, and no program needs our table of zones.
    start: startsAt,
    end: endsAt,
    summary: summary(locale === 'zh' ? calendar.nameZh : calendar.nameEn),
    location: place ?? address ?? undefined,
    description: lines.filter(Boolean).join('\n'),
    organizer,
  });
  return file.toString();
}
