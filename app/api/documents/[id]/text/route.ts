import { z } from 'zod';
import { requireDocument } from '@/lib/db/documents';
import { listElements } from '@/lib/db/elements';
import { route } from '@/lib/http/route';

/** What the parser read, in reading order. */
export const GET = route(
  { permission: 'document:list', params: z.object({ id: z.string() }) },
  async ({ principal, params: { id } }) => {
    const document = await requireDocument(principal, id);
    return Response.json({ elements: await listElements(document.id) });
  },
);
