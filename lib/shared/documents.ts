import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';

const documentStatuses = ['queued', 'parsing', 'chunking', 'embedding', 'ready', 'failed'] as const;

/** Why a document was refused: a closed list. The sentences stand in `knowledge.failures`. */
const documentFailures = [
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

const picturedFormats = new Set(['pdf', 'png', 'jpeg', 'tiff', 'webp']);

/** Whether pages of this format have a look of their own, and can be shown as pictures. */
export function hasPagePictures(format: string | null): boolean {
  return picturedFormats.has(format ?? '');
}

/** Counting goes no further: a desk with more documents than this says «more than». */
export const maxCounted = 10_000;

/** How many documents there are in each state, up to `maxCounted`, of those that the reader may see. */
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

/** What may be changed about a document. */
export const documentChangesSchema = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  visibility: visibilitySchema.optional(),
});
export type DocumentChanges = z.infer<typeof documentChangesSchema>;

/** One event of `GET /api/documents/events`: this document changed, came or went. */
export const documentUpdateSchema = z.object({ documentId: z.string() });
export type DocumentUpdate = z.infer<typeof documentUpdateSchema>;

/** What an element has beside its kind, text and page, where it has it. */
export const elementDetailSchema = z.object({
  /** Of a title: 1 is the document's own. */
  level: z.number().optional(),
  /** Of a table: cells by row, the header row first. */
  rows: z.array(z.array(z.string())).optional(),
  /** Where its lines stand on the page, where the format has places. */
  boxes: z
    .array(
      z.object({
        /** Where in the text the line begins. */
        at: z.number(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    )
    .optional(),
  /** Why readers of the document do not see it; absent for what they see. */
  hidden: z.string().optional(),
  /** What the service that read the document calls it. */
  sourceType: z.string().optional(),
});

/** One thing a document says, as `GET /api/documents/:id/text` shows it. */
export const documentElementSchema = elementDetailSchema.extend({
  kind: z.enum(['title', 'text', 'list', 'table', 'image']),
  text: z.string(),
  page: z.number().nullable(),
  /** A table as HTML, its first row as header. */
  html: z.string().optional(),
});
export type DocumentElement = z.infer<typeof documentElementSchema>;

/** The fields beside the file in `POST /api/documents`. */
export const uploadFieldsSchema = z.object({
  visibility: visibilitySchema,
  title: z.string().trim().max(300).optional(),
  /** The document that this is a new version of. */
  replaces: z.string().optional(),
});
