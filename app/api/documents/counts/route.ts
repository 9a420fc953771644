import { countDocuments } from '@/lib/db/list-documents';
import { route } from '@/lib/http/route';

/** How many documents the caller may read, in each state; counting ends at 10,000. */
export const GET = route({ permission: 'document:list' }, async ({ principal }) =>
  Response.json(await countDocuments(principal)),
);
