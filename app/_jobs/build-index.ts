import { buildIndex } from '@/knowledge/store/build-index';
import { updateBuildingIndex } from '@/lib/db/knowledge/search-indexes';
import { AppError } from '@/lib/errors';
import type { Job } from './job';

/** Builds another index beside the one that answers, then swaps them; says why it stands still. */
export const buildIndexJob: Job<'build-index'> = async ({ indexId }, { signal }) => {
  try {
    await buildIndex(indexId, signal);
  } catch (error) {
    if (!signal.aborted) {
      const errorCode = AppError.is(error) ? error.code : 'embeddings_failed';
      await updateBuildingIndex(indexId, { errorCode });
    }
    throw error;
  }
};
