import { retryFailed } from '@/knowledge/documents/retry-ingestion';
import { route } from '@/lib/http/route';

/** Has every failed document read again that the caller may read. */
export const POST = route({ permission: 'document:manage' }, async ({ principal }) =>
  Response.json({ count: await retryFailed(principal) }),
);
