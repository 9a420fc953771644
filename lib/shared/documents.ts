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
  'internal',
] as const;
export const documentFailureSchema = z.enum(documentFailures);
export type DocumentFailure = z.infer<typeof documentFailureSchema>;

/** A document as `GET /api/documents` and `GET /api/documents/:id` tell of it. */
export const documentViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  filename: z.string(),
  /** Detected from the content; null until then. */
  format: z.string().nullable(),
  bytes: z.number(),
  visibility: visibilitySchema,
  status: z.enum(documentStatuses),
  /** 0 to 1 over the whole way from upload to ready. */
  progress: z.number(),
  /** Null where the format has none. */
  pages: z.number().nullable(),
  chunks: z.number().nullable(),
  /** Why it failed, in the reader's language. */
  error: z.object({ code: documentFailureSchema, message: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type DocumentView = z.infer<typeof documentViewSchema>;

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
  kind: 'title' | 'text' | 'list' | 'table';
  text: string;
  page: number | null;
  level?: number;
  rows?: string[][];
}

/** A cited passage with what stands around it, as `GET /api/citations/:chunkId` shows it. */
export interface CitedPassage {
  documentId: string;
  /** The document's title. */
  document: string;
  page: number | null;
  headingPath: string[];
  text: string;
  /** The passages before and after in the same document; empty at its ends. */
  before: string;
  after: string;
}

/** The fields beside the file in `POST /api/documents`. */
export const uploadFieldsSchema = z.object({
  visibility: visibilitySchema,
  title: z.string().trim().max(300).optional(),
});
