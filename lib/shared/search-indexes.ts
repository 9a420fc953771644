import { z } from 'zod';

const indexMakingSchema = z.object({
  store: z.enum(['embedded', 'qdrant']),
  /** The embedding model, or `none`. */
  embeddings: z.string(),
});

/** The index that answers, and the one that is being built beside it, as `GET /api/indexes` tells. */
export const indexesViewSchema = z.object({
  live: indexMakingSchema,
  building: indexMakingSchema
    .extend({
      done: z.number().int(),
      total: z.number().int(),
      /** Why it stands still, in the reader's language; null while it goes on. */
      error: z.string().nullable(),
    })
    .nullable(),
});
export type IndexesView = z.infer<typeof indexesViewSchema>;
