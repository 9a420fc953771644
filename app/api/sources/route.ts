import { createSource } from '@/knowledge/sources/create-source';
import { toSourceView } from '@/knowledge/sources/source-view';
import { listSources } from '@/lib/db/knowledge/sources';
import { route } from '@/lib/http/route';
import { newSourceSchema } from '@/lib/shared/sources';

/** The sources whose documents the caller may read, by name. */
export const GET = route({ permission: 'source:manage' }, async ({ principal }) => {
  const rows = await listSources(principal);
  return Response.json({ sources: rows.map((row) => toSourceView(row, principal.locale)) });
});

/** Makes a source; it is read in the background, and again from time to time. */
export const POST = route(
  { permission: 'source:manage', body: newSourceSchema },
  async ({ principal, body }) => {
    const row = await createSource(principal, body);
    return Response.json(toSourceView(row, principal.locale), { status: 201 });
  },
);
