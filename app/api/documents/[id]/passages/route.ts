import { listReadablePassages } from '@/knowledge/documents/list-readable-passages';
import { route } from '@/lib/http/route';
import { documentParams as params, passagesQuery } from '../params';

/** What a document says, for whoever may read it: its passages of a page, or from a place on. */
export const GET = route(
  {
    permission: 'knowledge:search',
    params,
    query: passagesQuery,
  },
  async ({ principal, params: { id }, query }) =>
    Response.json(await listReadablePassages(principal, id, query)),
);
