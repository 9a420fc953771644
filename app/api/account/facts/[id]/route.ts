import { z } from 'zod';
import { erasePersonFact } from '@/lib/db/conversations/person-facts';
import { notFound } from '@/lib/errors';
import { route } from '@/lib/http/route';

/** Erases one thing that is remembered of the person who asks. */
export const DELETE = route(
  { permission: 'account:use', params: z.object({ id: z.string() }) },
  async ({ principal, params }) => {
    if (!(await erasePersonFact(principal.id, params.id))) throw notFound();
    return new Response(null, { status: 204 });
  },
);
