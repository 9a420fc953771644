import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { elements } from '@/drizzle/schema/knowledge';
import type { DocumentElement } from '@/lib/shared/documents';
import { db, type Transaction } from './client';

/** Rows per statement: PostgreSQL takes 65,535 parameters at once. */
const batchSize = 500;

const detailSchema = z.object({
  level: z.number().optional(),
  rows: z.array(z.array(z.string())).optional(),
});

/** Puts these elements in the place of all that the document had. */
export async function replaceElements(
  tx: Transaction,
  documentId: string,
  parsed: DocumentElement[],
): Promise<void> {
  await tx.delete(elements).where(eq(elements.documentId, documentId));
  for (let at = 0; at < parsed.length; at += batchSize) {
    const batch = parsed.slice(at, at + batchSize);
    await tx.insert(elements).values(
      batch.map(({ kind, text, page, ...detail }, index) => ({
        documentId,
        seq: at + index,
        kind,
        text,
        page,
        detail,
      })),
    );
  }
}

/** What a document says, in reading order. */
export async function listElements(documentId: string): Promise<DocumentElement[]> {
  const rows = await db()
    .select()
    .from(elements)
    .where(eq(elements.documentId, documentId))
    .orderBy(asc(elements.seq));
  return rows.map(({ kind, text, page, detail }) => ({
    kind,
    text,
    page,
    ...detailSchema.parse(detail),
  }));
}
