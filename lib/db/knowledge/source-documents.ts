import { and, count, eq, notInArray } from 'drizzle-orm';
import { documents, documentVersions } from '@/drizzle/schema/knowledge';
import { sources } from '@/drizzle/schema/sources';
import { db, type Transaction } from '../client';

/** A document as the source it comes from knows it. */
export interface SourceDocument {
  id: string;
  /** What it is called in the source. */
  key: string;
  visibility: string;
}

/** The documents that come from a source. */
export async function listSourceDocuments(sourceId: string): Promise<SourceDocument[]> {
  const rows = await db()
    .select({ id: documents.id, key: documents.sourceKey, visibility: documents.visibility })
    .from(documents)
    .where(eq(documents.sourceId, sourceId));
  return rows.map(({ key, ...row }) => ({ ...row, key: key ?? '' }));
}

/** Ids of the documents of a source that have these readers, locked until the transaction ends. */
export async function lockSourceDocuments(
  tx: Transaction,
  sourceId: string,
  visibility: string,
): Promise<string[]> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.sourceId, sourceId), eq(documents.visibility, visibility)))
    .orderBy(documents.id)
    .for('update');
  return rows.map(({ id }) => id);
}

/** How many of these documents are neither ready nor failed. */
export async function countUnfinishedDocuments(sourceId: string): Promise<number> {
  const [row] = await db()
    .select({ unfinished: count() })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.id, documents.latestVersionId))
    .where(
      and(
        eq(documents.sourceId, sourceId),
        notInArray(documentVersions.status, ['ready', 'failed']),
      ),
    );
  return row?.unfinished ?? 0;
}

/** Makes the documents of a source into ones that stand for themselves, as uploads do. */
export async function releaseSourceDocuments(tx: Transaction, sourceId: string): Promise<string[]> {
  const released = await tx
    .update(documents)
    .set({ sourceId: null, sourceKey: null })
    .where(eq(documents.sourceId, sourceId))
    .returning({ id: documents.id });
  return released.map(({ id }) => id);
}

/**
 * Deletes a source that has no documents any more. The lock keeps a run that is still on its way
 * from adding one meanwhile.
 * @returns whether it is gone
 */
export async function deleteEmptySource(tx: Transaction, sourceId: string): Promise<boolean> {
  await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, sourceId)).for('update');
  const [left] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.sourceId, sourceId))
    .limit(1);
  if (left) return false;
  await tx.delete(sources).where(eq(sources.id, sourceId));
  return true;
}
