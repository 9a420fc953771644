import { z } from 'zod';

/** A rectangle of a page, as fractions of its size, from the left top corner. */
export const pageAreaSchema = z.object({
  page: z.number().int().positive(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type PageArea = z.infer<typeof pageAreaSchema>;

/** A passage of a document, as `GET /api/documents/:id/chunks` lists them in reading order. */
export const chunkViewSchema = z.object({
  id: z.string(),
  seq: z.number().int(),
  text: z.string(),
  headingPath: z.array(z.string()),
  page: z.number().int().nullable(),
  pageTo: z.number().int().nullable(),
  boxes: z.array(pageAreaSchema),
  isDisabled: z.boolean(),
  /** How a person changed it; null where it stands as it was read. */
  edit: z
    .object({
      kind: z.enum(['changed', 'added', 'disabled']),
      originalText: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
});
export type ChunkView = z.infer<typeof chunkViewSchema>;

/** What may be done to a chunk: other words, or switched off and on. */
export const chunkChangesSchema = z
  .object({ text: z.string().trim().min(1).max(20_000), isDisabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'text or isDisabled');
export type ChunkChanges = z.infer<typeof chunkChangesSchema>;

/** More pages than any document has. */
const maxPage = 1_000_000;

/** A chunk that a person adds. */
export const newChunkSchema = z.object({
  text: z.string().trim().min(1).max(20_000),
  page: z.number().int().positive().max(maxPage).nullable().default(null),
});
export type NewChunkFields = z.infer<typeof newChunkSchema>;

/** A cited passage with what stands around it, as `GET /api/citations/:chunkId` shows it. */
export interface CitedPassage {
  documentId: string;
  /** The document's title. */
  document: string;
  page: number | null;
  headingPath: string[];
  text: string;
  /** Where it stands on its pages, where the format has places. */
  boxes: PageArea[];
  /** The passages before and after in the same document; empty at its ends. */
  before: string;
  after: string;
}
