import { z } from 'zod';
import { documentFailureSchema } from '@/lib/shared/documents';
import { parsedDocumentSchema } from './parsers/parsed-document';

/** What the desk asks of the process that parses. */
export const parseRequestSchema = z.object({ path: z.string(), filename: z.string() });
export type ParseRequest = z.infer<typeof parseRequestSchema>;

/**
 * What that process answers: progress any number of times, the most memory it took, then a result
 * or a failure.
 */
export const parseReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('peak'), bytes: z.number() }),
  z.object({ type: z.literal('parsed'), document: parsedDocumentSchema }),
  z.object({ type: z.literal('refused'), failure: documentFailureSchema, detail: z.string() }),
]);
export type ParseReply = z.infer<typeof parseReplySchema>;
