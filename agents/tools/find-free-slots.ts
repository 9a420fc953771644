import { z } from 'zod';
import { formatDay } from '@/lib/i18n/format';
import { zoneName } from '@/lib/time-zone';
import { listSlots, serviceArgument, serviceClocks, serviceName } from './appointment-facts';
import { refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { slotLines } from './slot-lines';
import { toolExamples } from './tool-examples';

export const findFreeSlots = defineTool({
  name: 'find_free_slots',
  description:
    'Lists free times for a repair, product advice or a home installation between two days. Without days it looks at the coming week. Times are those of the place where the service is given.',
  risk: 'read',
  schema: z.object({
    service: serviceArgument,
    from_date: z.iso.date().optional().describe(`First day to look at, ${serviceClocks}`),
    to_date: z.iso.date().optional().describe(`Last day to look at, ${serviceClocks}`),
  }),
  examples: toolExamples('find_free_slots'),
  run: async ({ service, from_date, to_date }, call) => {
    const answer = await listSlots(call, service, { from: from_date, to: to_date });
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { calendar, from, to, slots } = answer.data;
    const facts = {
      service: serviceName(calendar, call.locale),
      from: formatDay(from, call.locale),
      to: formatDay(to, call.locale),
      time_zone: zoneName(calendar.timeZone, call.locale),
    };
    if (slots.length === 0) return { outcome: 'none', ...facts };
    const lines = slotLines(answer.data, call.locale);
    return { outcome: 'ok', ...facts, count: slots.length, lines };
  },
});
