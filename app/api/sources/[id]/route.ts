import { z } from 'zod';
import { changeSource } from '@/knowledge/sources/change-source';
import { deleteSource } from '@/knowledge/sources/delete-source';
import { toSourceView } from '@/knowledge/sources/source-view';
import { requireSource } from '@/lib/db/knowledge/sources';
import { route } from '@/lib/http/route';
import { sourceChangesSchema } from '@/lib/shared/sources';

const params = z.object({ id: z.string() });

/** A source: how its last run went, how far the present one is. */
export const GET = route(
  { permission: 'source:manage', params },
  async ({ principal, params: { id } }) =>
    Response.json(toSourceView(await requireSource(principal, id), principal.locale)),
);

/** Changes a source, pauses it or lets it go on. */
export const PATCH = route(
  { permission: 'source:manage', params, body: sourceChangesSchema },
  async ({ principal, params: { id }, body }) =>
    Response.json(toSourceView(await changeSource(principal, id, body), principal.locale)),
);

/** Deletes a source, with its documents unless they are to be kept as uploads. */
export const DELETE = route(
  {
    permission: 'source:manage',
    params,
    query: z.object({ keepDocuments: z.enum(['true', 'false']) }),
  },
  async ({ principal, params: { id }, query }) => {
    await deleteSource(principal, id, { keepDocuments: query.keepDocuments === 'true' });
    return new Response(null, { status: 204 });
  },
);
