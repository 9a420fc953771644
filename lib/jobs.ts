import { z } from 'zod';

/** Names and payloads of the background jobs; `app/_jobs` has one file for each. */
export const jobSchemas = {
  'ingest-version': z.object({ versionId: z.string() }),
  'clean-up-document': z.object({ documentId: z.string(), versionIds: z.array(z.string()) }),
  'refresh-index': z.object({ documentId: z.string() }),
  'build-index': z.object({ indexId: z.string() }),
  'drop-index': z.object({
    indexId: z.string(),
    store: z.enum(['embedded', 'qdrant']),
    embeddings: z.string(),
  }),
  'mend-index': z.object({}),
  'sync-source': z.object({ sourceId: z.string() }),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
