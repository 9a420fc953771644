import { z } from 'zod';
import { discardEdit } from '@/knowledge/documents/change-chunk';
import { route } from '@/lib/http/route';

const params = z.object({ id: z.string(), editId: z.string() });

/** Forgets a change whose passage is gone. */
export const DELETE = route(
  { permission: 'document:manage', params },
  async ({ principal, params: { id, editId } }) => {
    await discardEdit(principal, id, editId);
    return new Response(null, { status: 204 });
  },
);
