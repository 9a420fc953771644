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

const textSchema = z.object({ elements: z.array(elementSchema), hidden: z.array(elementSchema) });
/** What was read, and what the document hides. */
export type ReadText = z.infer<typeof textSchema>;

/** What was read of a page; of the whole document where there are no pages. */
export function fetchText(documentId: string, page: number | null): Promise<ReadText> {
  const query = page === null ? '' : `?page=${page}`;
  return requestJson(textSchema, documentUrl(documentId, `/text${query}`));
}
