import { requestJson } from '@/app/_ui/request-json';
import { type IndexesView, indexesViewSchema } from '@/lib/shared/search-indexes';

/** An index that is being built beside the one that answers; `error` says why it stands still. */
export type BuildingIndex = NonNullable<IndexesView['building']>;

/** The index that is being built; null when there is none. */
export async function fetchBuildingIndex(): Promise<BuildingIndex | null> {
  const { building } = await requestJson(indexesViewSchema, '/api/indexes');
  return building;
}
