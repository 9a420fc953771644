import { and, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import { documents } from '@/drizzle/schema/knowledge';
import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities, type Visibility } from '@/lib/auth/visibility';
import { notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { db, type Transaction } from './client';
import { cutPage, exactTime, isAfter, type PageCursor } from './page-cursor';

export type DocumentRow = typeof documents.$inferSelect;
export type NewDocument = typeof documents.$inferInsert;

/** Documents this principal may read; admins read all, those of foreign teams included. */
function readableBy(principal: Principal): SQL | undefined {
  if (principal.kind === 'staff' && principal.roles.includes('admin')) return undefined;
  return inArray(documents.visibility, readableVisibilities(principal));
}

/** Whether a document of this visibility is listed for this principal: as `readableBy`. */
export function isListedFor(principal: Principal, visibility: string): boolean {
  if (principal.kind === 'staff' && principal.roles.includes('admin')) return true;
  return readableVisibilities(principal).some((readable) => readable === visibility);
}

export async function findDocument(id: string): Promise<DocumentRow | null> {
  const [row] = await db().select().from(documents).where(eq(documents.id, id)).limit(1);
  return row ?? null;
}

/** @throws AppError `not_found` when it is not there or not to be read by this principal */
export async function requireDocument(principal: Principal, id: string): Promise<DocumentRow> {
  const [row] = await db()
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), readableBy(principal)))
    .limit(1);
  if (!row) throw notFound();
  return row;
}

/** Documents on one page of a list, when nobody says otherwise. */
export const documentPageSize = 500;

/** A page of the documents this principal may read, newest first, after `cursor` when it is given. */
export async function listDocuments(
  principal: Principal,
  { cursor, limit = documentPageSize }: { cursor?: PageCursor; limit?: number } = {},
) {
  const read = await db()
    .select({ document: documents, createdAt: exactTime(documents.createdAt) })
    .from(documents)
    .where(and(readableBy(principal), cursor && isAfter(cursor, documents.createdAt, documents.id)))
    .orderBy(desc(documents.createdAt), desc(documents.id))
    .limit(limit + 1);
  const { rows, next } = cutPage(read, limit, ({ createdAt, document }) => ({
    at: createdAt,
    id: document.id,
  }));
  return { rows: rows.map(({ document }) => document), next };
}

/** Every document, whoever may read it, oldest first: for making the index again. */
export async function listAllDocuments(): Promise<Pick<DocumentRow, 'id' | 'title'>[]> {
  return db()
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .orderBy(documents.createdAt, documents.id);
}

/** Ids of documents that are neither ready nor failed. */
export async function listUnfinishedDocuments(): Promise<string[]> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(notInArray(documents.status, ['ready', 'failed']));
  return rows.map((row) => row.id);
}

/** Those of these ids that are documents. */
export async function filterDocumentIds(ids: string[]): Promise<Set<string>> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(inArray(documents.id, ids));
  return new Set(rows.map((row) => row.id));
}

/**
 * The document with this very content for the same readers. Until the transaction ends nobody else
 * gets an answer for the same content, so that two equal uploads at once do not both find none.
 */
export async function findSameDocument(
  tx: Transaction,
  sha256: string,
  visibility: Visibility,
): Promise<DocumentRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.sha256, sha256), eq(documents.visibility, visibility)))
    .orderBy(desc(documents.createdAt))
    .limit(1);
  return row ?? null;
}

export async function createDocument(tx: Transaction, document: NewDocument): Promise<void> {
  await tx.insert(documents).values(document);
  await tellReaders(tx, document.id, [document.visibility]);
}

/** Changes a document and tells its readers. Resolves to whether it is still there. */
export async function updateDocument(
  tx: Transaction,
  id: string,
  changes: Partial<NewDocument>,
): Promise<boolean> {
  const before = changes.visibility ? await lockVisibility(tx, id) : [];
  const [changed] = await tx
    .update(documents)
    .set({ ...changes, updatedAt: new Date() })
    .where(eq(documents.id, id))
    .returning({ visibility: documents.visibility });
  if (changed) await tellReaders(tx, id, [...before, changed.visibility]);
  return changed !== undefined;
}

/** Deletes a document with its elements and chunks. */
export async function deleteDocumentRow(tx: Transaction, id: string): Promise<void> {
  const [deleted] = await tx
    .delete(documents)
    .where(eq(documents.id, id))
    .returning({ visibility: documents.visibility });
  if (deleted) await tellReaders(tx, id, [deleted.visibility]);
}

async function lockVisibility(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx
    .select({ visibility: documents.visibility })
    .from(documents)
    .where(eq(documents.id, id))
    .for('update');
  return rows.map(({ visibility }) => visibility);
}

async function tellReaders(tx: Transaction, documentId: string, visibilities: string[]) {
  await publish(tx, { type: 'document-changed', documentId, visibilities });
}
