import { z } from 'zod';
import type { demoAppointments } from '@/drizzle/schema/demo';
import { type Calendar, calendarSchema, calendarView } from './calendar';

export const appointmentIdSchema = z.string().regex(/^AP-\d{5,9}$/);

export const appointmentSchema = z.object({
  appointmentId: appointmentIdSchema,
  calendar: calendarSchema,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  topic: z.string(),
  status: z.enum(['booked', 'cancelled']),
});

/** An appointment as the wire shows it. */
export function appointmentView(
  appointment: typeof demoAppointments.$inferSelect,
  calendar: Calendar,
): z.input<typeof appointmentSchema> {
  return {
    appointmentId: appointment.id,
    calendar: calendarView(calendar),
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    topic: appointment.topic,
    status: appointment.status,
  };
}
