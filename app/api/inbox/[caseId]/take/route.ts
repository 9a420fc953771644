import { z } from 'zod';
import { route } from '@/lib/http/route';
import { takeCase } from '@/lib/operations/take-case';

/** Makes the caller the owner of an open case. */
export const POST = route(
  { permission: 'inbox:work', params: z.object({ caseId: z.string() }) },
  async ({ principal, params }) => Response.json(await takeCase(principal, params.caseId)),
);
