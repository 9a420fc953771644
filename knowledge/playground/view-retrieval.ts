import { listRetrievalSettings } from '@/lib/db/knowledge/retrieval-settings';
import { env } from '@/lib/env';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import type { RetrievalView } from '@/lib/shared/trials';

/** How passages are looked for on this desk, how they were before, and what can be chosen at all. */
export async function viewRetrieval(): Promise<RetrievalView> {
  const applied = await listRetrievalSettings();
  return {
    settings: applied[0]?.settings ?? defaultRetrieval,
    defaults: defaultRetrieval,
    applied,
    hasMeaning: env().EMBEDDINGS !== 'none',
    hasReranker: env().RERANKER !== 'none',
  };
}
