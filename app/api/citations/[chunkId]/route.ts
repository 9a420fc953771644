import { z } from 'zod';
import { openCitation } from '@/knowledge/documents/open-citation';
import { route } from '@/lib/http/route';

/** The passage behind a citation, for whoever may read its document. */
export const GET = route(
  { permission: 'knowledge:search', params: z.object({ chunkId: z.string() }) },
  async ({ principal, params: { chunkId } }) =>
    Response.json(await openCitation(principal, chunkId)),
);
