import { z } from 'zod';
import { route } from '@/lib/http/route';
import { readInbox } from '@/lib/operations/read-inbox';
import { caseStateSchema } from '@/lib/shared/inbox';

/** The caller's cases of one state. */
export const GET = route(
  { permission: 'inbox:work', query: z.object({ state: caseStateSchema.default('open') }) },
  async ({ principal, query }) => Response.json(await readInbox(principal, query.state)),
);
