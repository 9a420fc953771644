import { z } from 'zod';
import { listReadablePassages } from '@/knowledge/documents/list-readable-passages';
import { countFromOne, countFromZero } from '@/lib/http/counts';
import { route } from '@/lib/http/route';
import { documentParams as params } from '../params';

/** Passages on one page of the list, when nobody says otherwise. */
const pageSize = 50;

/** What a document says, for whoever may read it: its passages of a page, or from a place on. */
export const GET = route(
  {
    permission: 'knowledge:search',
    params,
    query: z.object({
      page: countFromOne.optional(),
      from: countFromZero.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(pageSize),
    }),
  },
  async ({ principal, params: { id }, query }) =>
    Response.json(await listReadablePassages(principal, id, query)),
);
