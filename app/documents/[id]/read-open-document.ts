import { notFound } from 'next/navigation';
import { cache } from 'react';
import { orNotFound } from '@/app/_auth/or-not-found';
import type { ReaderTarget } from '@/app/_ui/document/reader/reader';
import { findQuoteAreas } from '@/knowledge/documents/open-citation';
import type { Principal } from '@/lib/auth/principal';
import { findLiveChunk } from '@/lib/db/knowledge/chunks';
import { requireDocument } from '@/lib/db/knowledge/documents';

/** A document that this person may read and that answers, or the not-found page. */
export const requireOpenDocument = cache(async (principal: Principal, id: string) => {
  const { title, live } = await orNotFound(requireDocument(principal, id));
  return live ? { title, live } : notFound();
});

interface Cited {
  documentId: string;
  chunkId?: string;
  quote?: string;
}

/** Where the passage stands that an address leads to, and in it the words that the address quotes. */
export async function findOpenTarget(
  principal: Principal,
  { documentId, chunkId, quote: words = '' }: Cited,
): Promise<ReaderTarget | null> {
  if (!chunkId) return null;
  const found = await findLiveChunk(principal, chunkId);
  if (found?.chunk.documentId !== documentId) {
    return { chunkId, seq: null, page: null, element: null, quote: null };
  }
  const { seq, page } = found.chunk;
  const areas = await findQuoteAreas(found.chunk, words);
  return { chunkId, seq, page, element: null, quote: words ? { chunkId, words, areas } : null };
}
