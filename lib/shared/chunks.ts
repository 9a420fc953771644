import { z } from 'zod';
import { pageUnitSchema } from './page-unit';

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
export const citedPassageSchema = z.object({
  documentId: z.string(),
  /** The document's title. */
  document: z.string(),
  page: z.number().int().nullable(),
  unit: pageUnitSchema,
  headingPath: z.array(z.string()),
  text: z.string(),
  /** Where it stands on its pages, where the format has places. */
  boxes: z.array(pageAreaSchema),
  /** Where the lines of the quoted words stand; empty where only the passage has a place. */
  quoteBoxes: z.array(pageAreaSchema),
  /** Whether `GET /api/citations/:chunkId/page` has a picture of the page. */
  hasPicture: z.boolean(),
  /** The passages before and after in the same document; empty at its ends. */
  before: z.string(),
  after: z.string(),
});
export type CitedPassage = z.infer<typeof citedPassageSchema>;

/** A passage as readers of its document are shown it, as `GET /api/documents/:id/passages` lists them. */
export const readablePassageSchema = chunkViewSchema.pick({
  id: true,
  seq: true,
  text: true,
  headingPath: true,
  page: true,
  boxes: true,
});
export type ReadablePassage = z.infer<typeof readablePassageSchema>;
