import { z } from 'zod';
import { requestJson } from '@/app/_ui/request-json';

const indexSchema = z.object({ store: z.string(), embeddings: z.string() });

const indexesSchema = z.object({
  live: indexSchema.nullable(),
  building: indexSchema
    .extend({ done: z.number().int(), total: z.number().int(), error: z.string().nullable() })
    .nullable(),
});

/** An index that is being built beside the one that answers; `error` says why it stands still. */
export type BuildingIndex = NonNullable<z.infer<typeof indexesSchema>['building']>;

/** The index that is being built; null when there is none. */
export async function fetchBuildingIndex(): Promise<BuildingIndex | null> {
  const { building } = await requestJson(indexesSchema, '/api/indexes');
  return building;
}
