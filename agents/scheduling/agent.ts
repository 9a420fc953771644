import type { Specialist } from '@/agents/specialist';
import { appointmentTools } from '@/agents/tools/appointments';
import { schedulingPrompt } from './prompt';

export const scheduling: Specialist = {
  name: 'scheduling',
  titles: { en: 'Scheduling', zh: '预约' },
  handles: 'appointments, calendars, free times, bookings and opening hours',
  prompt: schedulingPrompt,
  tools: appointmentTools,
  team: 'scheduling',
};
