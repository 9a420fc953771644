import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';

export const documentStatuses = [
  'queued',
  'parsing',
  'chunking',
  'embedding',
  'ready',
  'failed',
] as const;

/** Why a document was refused: a closed list. The sentences stand in `knowledge.failures`. */
export const documentFailures = [
  'empty',
  'password_protected',
  'damaged',
  'unsupported_type',
  'no_text',
  'too_many_pages',
  'too_much_text',
  'too_large_unpacked',
  'timed_out',
  'out_of_memory',
  'changed_while_read',
  'service_down',
  'service_refused',
  'cancelled',
  'internal',
] as const;
export const documentFailureSchema = z.enum(documentFailures);
export type DocumentFailure = z.infer<typeof documentFailureSchema>;

const instant = z.string();
const failureSchema = z.object({ code: documentFailureSchema, message: z.string() });

/** A document as `GET /api/documents` and `GET /api/documents/:id` tell of it. */
export const documentViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Of the newest version, as are format, size, status, progress, error and times. */
  filename: z.string(),
  /** Detected from the content; null until then. */
  format: z.string().nullable(),
  bytes: z.number(),
  visibility: visibilitySchema,
  status: z.enum(documentStatuses),
  /** 0 to 1 over the whole way from upload to ready. */
  progress: z.number(),
  /** Of the version that answers, else of the newest; null where the format has none. */
  pages: z.number().nullable(),
  chunks: z.number().nullable(),
  /** Why it failed, in the reader's language. */
  error: failureSchema.nullable(),
  /** Number of the version that answers; null while there is none. */
  liveVersion: z.number().int().nullable(),
  newestVersion: z.number().int(),
  /** How often a worker has begun to read it. */
  attempt: z.number().int(),
  /** When reading began, when its worker was last heard of, and when it ended. */
  startedAt: instant.nullable(),
  heartbeatAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Where it comes from; null for an upload. */
  source: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** When a passage of it was last found for a question; null when never. */
  lastHitAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type DocumentView = z.infer<typeof documentViewSchema>;

/** How many documents there are in each state, of those that the reader may see. */
export const documentCountsSchema = z.object({
  all: z.number().int(),
  ready: z.number().int(),
  unfinished: z.number().int(),
  failed: z.number().int(),
});
export type DocumentCounts = z.infer<typeof documentCountsSchema>;

/** Which documents a list shows. */
export const documentFilterSchema = z.object({
  /** Words of the title or the file name. */
  q: z.string().trim().max(200).optional(),
  status: z.enum(['ready', 'unfinished', 'failed']).optional(),
  visibility: visibilitySchema.optional(),
  source: z.string().optional(),
});
export type DocumentFilter = z.infer<typeof documentFilterSchema>;

/** One version, as `GET /api/documents/:id/versions` lists them, newest first. */
export const versionViewSchema = z.object({
  number: z.number().int(),
  filename: z.string(),
  format: z.string().nullable(),
  bytes: z.number(),
  status: z.enum(documentStatuses),
  isLive: z.boolean(),
  pages: z.number().nullable(),
  chunks: z.number().nullable(),
  error: failureSchema.nullable(),
  /** Milliseconds from its first stage to its end, or until now. */
  elapsedMs: z.number().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type VersionView = z.infer<typeof versionViewSchema>;

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
      at: instant,
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

/** A chunk that a person adds. */
export const newChunkSchema = z.object({
  text: z.string().trim().min(1).max(20_000),
  page: z.number().int().positive().nullable().default(null),
});
export type NewChunkFields = z.infer<typeof newChunkSchema>;

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
  at: instant,
});
export type DeletionView = z.infer<typeof deletionViewSchema>;

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

/** What may be changed about a document. */
export const documentChangesSchema = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  visibility: visibilitySchema.optional(),
});
export type DocumentChanges = z.infer<typeof documentChangesSchema>;

/** One event of `GET /api/documents/events`: this document changed, came or went. */
export const documentUpdateSchema = z.object({ documentId: z.string() });
export type DocumentUpdate = z.infer<typeof documentUpdateSchema>;

/** One thing a document says, as `GET /api/documents/:id/text` shows it. */
export interface DocumentElement {
  kind: 'title' | 'text' | 'list' | 'table' | 'image';
  text: string;
  page: number | null;
  level?: number;
  rows?: string[][];
  /** A table as HTML, its first row as header. */
  html?: string;
  /** Where its lines stand on the page, where the format has places. */
  boxes?: { at: number; x: number; y: number; width: number; height: number }[];
  /** Why readers of the document do not see it; absent for what they see. */
  hidden?: string;
  /** What the service that read the document calls it. */
  sourceType?: string;
}

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

/** The fields beside the file in `POST /api/documents`. */
export const uploadFieldsSchema = z.object({
  visibility: visibilitySchema,
  title: z.string().trim().max(300).optional(),
  /** The document that this is a new version of. */
  replaces: z.string().optional(),
});
