import { z } from 'zod';
import { requestSync } from '@/knowledge/sources/request-sync';
import { toSourceView } from '@/knowledge/sources/source-view';
import { requireSource } from '@/lib/db/knowledge/sources';
import { route } from '@/lib/http/route';

/** Asks for a run now, also of a source that is paused. */
export const POST = route(
  { permission: 'source:manage', params: z.object({ id: z.string() }) },
  async ({ principal, params: { id } }) => {
    await requireSource(principal, id);
    await requestSync(id);
    const row = await requireSource(principal, id);
    return Response.json(toSourceView(row, principal.locale), { status: 202 });
  },
);
