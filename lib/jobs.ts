import { z } from 'zod';

/** Names and payloads of the background jobs; `app/_jobs` has one file for each. */
export const jobSchemas = {
  'ingest-document': z.object({ documentId: z.string() }),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>;
