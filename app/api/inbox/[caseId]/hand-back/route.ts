import { z } from 'zod';
import { route } from '@/lib/http/route';
import { handBack } from '@/lib/operations/hand-back';

/** Gives the conversation back to the AI and closes the case. */
export const POST = route(
  { permission: 'inbox:work', params: z.object({ caseId: z.string() }) },
  async ({ principal, params }) => {
    await handBack(principal, params.caseId);
    return Response.json({ state: 'closed' });
  },
);
