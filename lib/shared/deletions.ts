import { z } from 'zod';

/** What there is of a document, in every place: the proof that a deletion left nothing. */
export const documentTracesSchema = z.object({
  versions: z.number().int(),
  files: z.number().int(),
  elements: z.number().int(),
  chunks: z.number().int(),
  vectors: z.number().int(),
  /** Chunks of it that the index holds. */
  indexed: z.number().int(),
  /** Quotations of it in the sources of earlier answers. */
  quotes: z.number().int(),
  logEntries: z.number().int(),
});
export type DocumentTraces = z.infer<typeof documentTracesSchema>;

/** A deletion, as the page of a deleted document shows it. */
export const deletionViewSchema = z.object({
  before: documentTracesSchema,
  /** Null while files and outside indexes are still being cleared. */
  after: documentTracesSchema.nullable(),
  by: z.string().nullable(),
  at: z.string(),
});
export type DeletionView = z.infer<typeof deletionViewSchema>;
