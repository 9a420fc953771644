import { z } from 'zod';
import { route } from '@/lib/http/route';
import { tryOperation } from '@/lib/operations/try-operation';
import { trialRequestSchema } from '@/lib/shared/operation-trials';

/** Shows what a call would send; what only reads can be sent, too. */
export const POST = route(
  { permission: 'tool:manage', params: z.object({ id: z.string() }), body: trialRequestSchema },
  async ({ principal, params, body }) =>
    Response.json(await tryOperation(principal.id, params.id, body)),
);
