import { z } from 'zod';

export const elementKinds = ['title', 'text', 'list', 'table'] as const;

/** One thing a document says, in reading order. */
export const elementSchema = z.object({
  kind: z.enum(elementKinds),
  text: z.string(),
  /** From 1; null where the format has no pages. */
  page: z.number().int().positive().nullable(),
  /** Of a title: 1 is the document's own, 6 the least. */
  level: z.number().int().min(1).max(6).optional(),
  /** Of a table: cells by row, the header row first; `text` says the same as `a | b` lines. */
  rows: z.array(z.array(z.string())).optional(),
});
export type Element = z.infer<typeof elementSchema>;

/** The formats that Frontdesk reads. */
export const documentFormats = [
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
] as const;
export const documentFormatSchema = z.enum(documentFormats);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

/** What a parser made of a file. */
export const parsedDocumentSchema = z.object({
  format: documentFormatSchema,
  /** The title the document gives itself. */
  title: z.string().optional(),
  /** Number of pages; null where the format has none. */
  pages: z.number().int().positive().nullable(),
  elements: z.array(elementSchema),
});
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;
