import { wantedIndex } from '@/knowledge/store/search-indexes';
import { ensureLiveIndex, findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import type { IndexesView } from '@/lib/shared/search-indexes';
import { storedErrorCode } from '@/lib/stored-error-code';

/** The index that answers, and how far another one is that is being built beside it. */
export const GET = route({ permission: 'document:list' }, async ({ principal }) => {
  const { store, embeddings } = await ensureLiveIndex(wantedIndex());
  const { building } = await findSearchIndexes();
  const view: IndexesView = {
    live: { store, embeddings },
    building: building && {
      store: building.store,
      embeddings: building.embeddings,
      done: Math.min(building.done, building.total),
      total: building.total,
      error: building.errorCode
        ? new AppError(storedErrorCode.parse(building.errorCode), {
            part: building.store,
          }).sentence(principal.locale)
        : null,
    },
  };
  return Response.json(view);
});
