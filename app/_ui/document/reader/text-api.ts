import { z } from 'zod';
import { documentUrl } from '@/app/_ui/document/document-api';
import { requestJson } from '@/app/_ui/request-json';
import type { DocumentElement } from '@/lib/shared/documents';

const boxSchema = z.object({
  at: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

const elementSchema: z.ZodType<DocumentElement> = z.object({
  kind: z.enum(['title', 'text', 'list', 'table', 'image']),
  text: z.string(),
  page: z.number().nullable(),
  level: z.number().optional(),
  rows: z.array(z.array(z.string())).optional(),
  boxes: z.array(boxSchema).optional(),
  hidden: z.string().optional(),
});

const textSchema = z.object({
  elements: z.array(elementSchema),
  hidden: z.array(elementSchema),
  /** Position of the first element that follows; null at the end. */
  next: z.number().int().nullable(),
});
/** What was read, and what the document hides. */
export type ReadText = z.infer<typeof textSchema>;

type Part = { page: number } | { from: number; limit: number };

/** What was read of a page, or from a position on. */
export function fetchText(documentId: string, part: Part): Promise<ReadText> {
  const query = new URLSearchParams(
    Object.entries(part).map(([name, value]) => [name, String(value)]),
  );
  return requestJson(textSchema, documentUrl(documentId, `/text?${query}`));
}
