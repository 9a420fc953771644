import { z } from 'zod';
import { readText } from '@/knowledge/documents/read-text';
import { countFromOne, countFromZero } from '@/lib/http/counts';
import { route } from '@/lib/http/route';
import { documentParams, versionQuery } from '../params';

/** What the parser read, in reading order, and beside it what is hidden in the document. */
export const GET = route(
  {
    permission: 'document:list',
    params: documentParams,
    query: versionQuery.extend({
      page: countFromOne.optional(),
      from: countFromZero.optional(),
      limit: z.coerce.number().int().min(1).max(1000).optional(),
    }),
  },
  async ({ principal, params: { id }, query }) =>
    Response.json(await readText(principal, id, query)),
);
