import { and, asc, eq, gte, min, sql } from 'drizzle-orm';
import { elements } from '@/drizzle/schema/knowledge';
import { type DocumentElement, elementDetailSchema } from '@/lib/shared/documents';
import { db, type Transaction } from '../client';
import { batches } from './batches';

/** Puts these elements in the place of all that the version had; none removes them. */
export async function replaceElements(
  tx: Transaction,
  versionId: string,
  parsed: DocumentElement[],
): Promise<void> {
  await tx.delete(elements).where(eq(elements.versionId, versionId));
  for (const batch of batches(parsed)) {
    await tx.insert(elements).values(
      batch.map(({ seq, kind, text, page, ...detail }) => ({
        versionId,
        seq,
        kind,
        text,
        page,
        detail,
      })),
    );
  }
}

interface Slice {
  /** Only of this page, slide or sheet. */
  page?: number;
  /** From this position on. */
  from?: number;
  limit?: number;
}

/** What a version says, hidden text included, in reading order: all of it, or a part. */
export async function listElements(
  versionId: string,
  { page, from = 0, limit }: Slice = {},
): Promise<DocumentElement[]> {
  const query = db()
    .select()
    .from(elements)
    .where(
      and(
        eq(elements.versionId, versionId),
        gte(elements.seq, from),
        page === undefined ? undefined : eq(elements.page, page),
      ),
    )
    .orderBy(asc(elements.seq));
  const rows = await (limit ? query.limit(limit) : query);
  return rows.map(({ kind, text, page, detail }) => ({
    kind,
    text,
    page,
    ...elementDetailSchema.parse(detail),
  }));
}

/** Position of the first element that holds these words, or null when none does. */
export async function findElementWith(versionId: string, words: string): Promise<number | null> {
  const [row] = await db()
    .select({ seq: min(elements.seq) })
    .from(elements)
    .where(and(eq(elements.versionId, versionId), sql`position(${words} in ${elements.text}) > 0`));
  return row?.seq ?? null;
}
