import { z } from 'zod';
import { countFromOne } from '@/lib/http/counts';
import { route } from '@/lib/http/route';
import { readCase } from '@/lib/operations/read-inbox';

/** A case with its conversation's latest messages, or those before a position. */
export const GET = route(
  {
    permission: 'inbox:work',
    params: z.object({ caseId: z.string() }),
    query: z.object({ before: countFromOne.optional() }),
  },
  async ({ principal, params, query }) =>
    Response.json(await readCase(principal, params.caseId, query.before)),
);
