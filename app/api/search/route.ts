import { z } from 'zod';
import { search } from '@/knowledge/search';
import { route } from '@/lib/http/route';
import { retrievalSettingsSchema } from '@/lib/shared/retrieval';

const body = z.object({
  query: z.string().max(200_000),
  k: retrievalSettingsSchema.shape.passages.optional(),
});

/** Finds passages among the documents that the caller may read. */
export const POST = route({ permission: 'knowledge:search', body }, async (call) => {
  const { query, k } = call.body;
  const { hits, confidence, isAnswered } = await search({
    query,
    settings: k === undefined ? {} : { passages: k },
    principal: call.principal,
    signal: call.request.signal,
  });
  const listed = hits.map(({ document, ...hit }) => ({ ...hit, title: document }));
  return Response.json({ hits: listed, confidence, isAnswered });
});
