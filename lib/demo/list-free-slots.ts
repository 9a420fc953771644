import { z } from 'zod';
import { addDays, zonedDate } from '@/lib/time-zone';
import {
  bookableDays,
  calendarIdSchema,
  calendarSchema,
  calendarView,
  findFreeSlots,
  requireCalendar,
} from './calendar';
import { defineOperation } from './operation';

const maxSlots = 200;

export const listFreeSlots = defineOperation({
  id: 'listFreeSlots',
  method: 'get',
  path: '/calendars/{calendarId}/slots',
  summary: 'Free slots of a calendar between two dates, inclusive',
  speaksFor: 'anybody',
  params: z.object({ calendarId: calendarIdSchema }),
  query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  response: z.object({
    calendar: calendarSchema,
    from: z.iso.date(),
    to: z.iso.date(),
    slots: z.array(z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })),
  }),
  run: async ({ executor, params, query }) => {
    const calendar = await requireCalendar(executor, params.calendarId);
    const today = zonedDate(new Date(), calendar.timeZone);
    const from = query.from && query.from > today ? query.from : today;
    const last = addDays(today, bookableDays);
    let to = query.to ?? addDays(from, 7);
    if (to > last) to = last;
    const slots = await findFreeSlots(executor, calendar, from, to);
    return {
      calendar: calendarView(calendar),
      from,
      to,
      slots: slots.slice(0, maxSlots).map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    };
  },
});
