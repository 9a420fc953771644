import type { Specialist } from '@/agents/specialist';
import { appointmentTools } from '@/agents/tools/appointments';
import { schedulingPrompt } from './prompt';

export const scheduling: Specialist = {
  name: 'scheduling',
  handles: 'appointments, calendars, free times, bookings and opening hours',
  prompt: schedulingPrompt,
  tools: appointmentTools,
};
