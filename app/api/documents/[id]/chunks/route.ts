import { addChunk } from '@/knowledge/documents/add-chunk';
import { listChunkViews } from '@/knowledge/documents/list-chunk-views';
import { route } from '@/lib/http/route';
import { newChunkSchema } from '@/lib/shared/chunks';
import { documentParams as params, passagesQuery } from '../params';

/** The passages of the version that answers, in reading order: of a page, or from a place on. */
export const GET = route(
  {
    permission: 'document:list',
    params,
    query: passagesQuery,
  },
  async ({ principal, params: { id }, query }) =>
    Response.json(await listChunkViews(principal, id, query)),
);

/** Adds a passage that a person wrote. */
export const POST = route(
  { permission: 'document:manage', params, body: newChunkSchema },
  async ({ principal, params: { id }, body }) =>
    Response.json(await addChunk(principal, id, body), { status: 201 }),
);
