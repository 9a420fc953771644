import { z } from 'zod';
import { keptTextSchema } from './kept-text';

/**
 * What a reader of a file has to say about it beside its text. The sentences stand in
 * `knowledge.log`; `values` fill them in.
 */
const parseNoteCodes = [
  'pages_by_ocr',
  'text_layer_unusable',
  'hidden_text',
  'attachment_unread',
  'cut_columns',
  'read_by_unstructured',
  'unstructured_down',
] as const;

/** Everything that the log of an ingestion may say: what the desk did, and what the reader noted. */
const ingestionLogCodes = [
  ...parseNoteCodes,
  'stored',
  'parsing',
  'parsed',
  'chunked',
  'edits_applied',
  'edits_unplaced',
  'embedded',
  'ready',
  'refused',
  'attempt_failed',
  'gave_up',
  'taken_over',
  'cancelled',
  'retried',
] as const;
export type IngestionLogCode = (typeof ingestionLogCodes)[number];

const valuesSchema = z.record(z.string(), z.union([keptTextSchema, z.number()]));
export type LogValues = z.infer<typeof valuesSchema>;

export const parseNoteSchema = z.object({
  code: z.enum(parseNoteCodes),
  values: valuesSchema.default({}),
});
export type ParseNote = z.infer<typeof parseNoteSchema>;

/** One line of the log, as `GET /api/documents/:id/log` tells it in the reader's language. */
export const logEntrySchema = z.object({
  at: z.string(),
  level: z.enum(['info', 'warning', 'error']),
  code: z.enum(ingestionLogCodes),
  message: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
