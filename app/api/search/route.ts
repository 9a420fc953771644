import { z } from 'zod';
import { search } from '@/knowledge/search';
import { route } from '@/lib/http/route';

const body = z.object({
  query: z.string().max(200_000),
  k: z.number().int().min(1).max(50).default(8),
});

/** Finds passages among the documents that the caller may read. */
export const POST = route({ permission: 'knowledge:search', body }, async (call) => {
  const { hits, confidence, isAnswered } = await search({
    query: call.body.query,
    k: call.body.k,
    principal: call.principal,
    signal: call.request.signal,
  });
  const listed = hits.map(({ document, ...hit }) => ({ ...hit, title: document }));
  return Response.json({ hits: listed, confidence, isAnswered });
});
