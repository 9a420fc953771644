import { z } from 'zod';
import { openCitation } from '@/knowledge/documents/open-citation';
import { route } from '@/lib/http/route';
import { maxQuoteLength } from '@/lib/shared/chat';
import { citationParams as params } from './params';

const query = z.object({
  document: z.string().max(100).optional(),
  quote: z.string().max(maxQuoteLength).optional(),
});

/** The passage behind a citation, for whoever may read its document. */
export const GET = route(
  { permission: 'knowledge:search', params, query },
  async ({ principal, params: { chunkId }, query: { document: documentId, quote } }) =>
    Response.json(await openCitation(principal, { chunkId, documentId, quote })),
);
