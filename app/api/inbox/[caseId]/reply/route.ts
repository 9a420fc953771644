import { z } from 'zod';
import { route } from '@/lib/http/route';
import { replyAsOperator } from '@/lib/operations/reply-as-operator';
import { replyRequestSchema } from '@/lib/shared/inbox';

/** Sends the owner's reply to the person; the same id again changes nothing. */
export const POST = route(
  {
    permission: 'inbox:work',
    params: z.object({ caseId: z.string() }),
    body: replyRequestSchema,
  },
  async ({ principal, params, body }) => {
    const { seq, isNew } = await replyAsOperator(principal, params.caseId, body);
    return Response.json({ seq }, { status: isNew ? 201 : 200 });
  },
);
