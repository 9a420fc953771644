import { z } from 'zod';
import { viewModels } from '@/app/_models/view-models';
import { route } from '@/lib/http/route';
import { modelRangeSchema } from '@/lib/shared/models';

const query = z.object({ range: modelRangeSchema.default('24h') });

/** Which models serve this desk, how they do and what they cost. */
export const GET = route({ permission: 'model:read', query }, async ({ query }) => {
  return Response.json(await viewModels(query.range));
});
