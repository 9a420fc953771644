import { z } from 'zod';
import { documentFailureSchema } from '@/lib/shared/documents';
import { parsedDocumentSchema } from '../parsers/parsed-document';

const fileSchema = z.object({ path: z.string(), filename: z.string() });

/** A file to be read, and the name it was uploaded with: a hint among text formats. */
export type ParseRequest = z.infer<typeof fileSchema>;

const pictureSchema = z.object({
  path: z.string(),
  /** From 1. */
  page: z.number().int().positive(),
  /** Pixels per inch of a page that has a size. */
  dpi: z.number().positive(),
});

/** A page of a file to be drawn. */
export type RenderRequest = z.infer<typeof pictureSchema>;

/** What the desk asks of the process that opens files. */
export const childRequestSchema = z.discriminatedUnion('type', [
  fileSchema.extend({ type: z.literal('parse') }),
  pictureSchema.extend({ type: z.literal('render-page') }),
]);
export type ChildRequest = z.infer<typeof childRequestSchema>;

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * What that process answers: progress any number of times, the most memory it took, then a result
 * or a failure.
 */
export const childReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('peak'), bytes: z.number() }),
  z.object({ type: z.literal('parsed'), document: parsedDocumentSchema }),
  z.object({ type: z.literal('rendered'), picture: bytesSchema }),
  z.object({ type: z.literal('refused'), failure: documentFailureSchema, detail: z.string() }),
]);
export type ChildReply = z.infer<typeof childReplySchema>;

/** The reply that ends the work on a file well. */
export type ChildResult = Extract<ChildReply, { type: 'parsed' | 'rendered' }>;
