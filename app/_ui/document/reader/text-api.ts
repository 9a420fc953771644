import { z } from 'zod';
import { documentUrl } from '@/app/_ui/knowledge/documents-api';
import { requestJson } from '@/app/_ui/request-json';
import { documentElementSchema } from '@/lib/shared/documents';

const textSchema = z.object({
  elements: z.array(documentElementSchema),
  hidden: z.array(documentElementSchema),
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
