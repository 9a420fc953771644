import { z } from 'zod';
import { parseNoteSchema } from '@/lib/shared/ingestion-log';
import { keptTextSchema } from '@/lib/shared/kept-text';

const elementKinds = ['title', 'text', 'list', 'table', 'image'] as const;

/**
 * Why a reader of the document does not see a text: by its look, or by what the format says of it.
 * Hidden text is kept so that staff can look at it; it never becomes a passage.
 */
export const hiddenReasons = [
  'background-colour',
  'tiny',
  'invisible',
  'off-page',
  'hidden-text',
  'comment',
  'deleted',
  'hidden-sheet',
  'hidden-cells',
  'hidden-slide',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

const fraction = z.number().min(0).max(1);

/** A rectangle of a page, as fractions of its width and height, from the left top corner. */
const areaSchema = z.object({ x: fraction, y: fraction, width: fraction, height: fraction });
export type Area = z.infer<typeof areaSchema>;

/** Where a line of an element stands; `at` is the place in `text` where that line begins. */
const boxSchema = areaSchema.extend({ at: z.number().int().min(0) });
export type Box = z.infer<typeof boxSchema>;

/** One thing a document says, in reading order. Elements never span pages. */
const elementSchema = z.object({
  kind: z.enum(elementKinds),
  text: keptTextSchema,
  /** Page, slide or sheet, from 1; null where the format has none. */
  page: z.number().int().positive().nullable(),
  /** Of a title: 1 is the document's own, 6 the least. */
  level: z.number().int().min(1).max(6).optional(),
  /** Of a table: cells by row, the header row first; `text` says the same as `a | b` lines. */
  rows: z.array(z.array(keptTextSchema)).optional(),
  /** Lines and rows in the order of `text`, where the format has places (PDF, pictures). */
  boxes: z.array(boxSchema).optional(),
  hidden: z.enum(hiddenReasons).optional(),
  /** What the service that read the document calls it, where that knows more kinds than we. */
  sourceType: z.string().optional(),
});
export type Element = z.infer<typeof elementSchema>;

/** The formats that Frontdesk reads. */
const documentFormats = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'epub',
  'rtf',
  'eml',
  'msg',
  'html',
  'md',
  'csv',
  'tsv',
  'json',
  'txt',
  'png',
  'jpeg',
  'tiff',
  'webp',
] as const;
const documentFormatSchema = z.enum(documentFormats);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

/** What a parser made of a file. */
export const parsedDocumentSchema = z.object({
  format: documentFormatSchema,
  /** The title the document gives itself. */
  title: keptTextSchema.optional(),
  /** Number of pages; null where the format has none. */
  pages: z.number().int().positive().nullable(),
  elements: z.array(elementSchema),
  /** What the uploader should know about the reading: pages read as pictures, parts left out. */
  notes: z.array(parseNoteSchema).default([]),
});
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;
