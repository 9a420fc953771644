import { z } from 'zod';
import { findAppointmentCalendar } from '@/agents/tools/find-appointment-calendar';
import { route } from '@/lib/http/route';

/** The appointment of an action, to be saved into the caller's own calendar. */
export const GET = route(
  { permission: 'chat:use', params: z.object({ id: z.string() }) },
  async ({ principal, params }) => {
    const { fileName, ics } = await findAppointmentCalendar(principal, params.id);
    return new Response(ics, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      },
    });
  },
);
