import { z } from 'zod';
import { maxQuoteLength } from '@/lib/shared/chat';

/** What an address says that leads to a cited passage. What does not fit is as if it were not there. */
export const citedQuerySchema = z.object({
  chunk: z.string().max(100).optional().catch(undefined),
  quote: z.string().max(maxQuoteLength).optional().catch(undefined),
});

interface Cited {
  documentId: string;
  /** Absent where it is no longer in the document. */
  chunkId?: string;
  quote?: string;
}

/** The address at which anybody who may read a document opens it, at the quoted words. */
export function citedAddress({ documentId, chunkId, quote }: Cited): string {
  return withQuery(`/documents/${encodeURIComponent(documentId)}`, { chunk: chunkId, quote });
}

/** The same for staff, who see more of a document than others. */
export function staffAddress({ documentId, chunkId, quote }: Cited): string {
  return withQuery(`/knowledge/${encodeURIComponent(documentId)}`, { chunk: chunkId, quote });
}

function withQuery(path: string, values: Record<string, string | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
