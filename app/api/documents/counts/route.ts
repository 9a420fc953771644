import { countDocuments } from '@/lib/db/knowledge/list-documents';
import { route } from '@/lib/http/route';

/** How many documents the caller may read, in each state, up to `maxCounted`. */
export const GET = route({ permission: 'document:list' }, async ({ principal }) =>
  Response.json(await countDocuments(principal)),
);
