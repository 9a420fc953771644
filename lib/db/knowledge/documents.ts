import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { documents, documentVersions } from '@/drizzle/schema/knowledge';
import { sources } from '@/drizzle/schema/sources';
import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities, type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import { notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { db, type Executor, type Transaction } from '../client';
import { exactTime } from '../page-cursor';
import type { VersionRow } from './document-versions';

/** A document with its newest version, the one that answers, and the source it comes from. */
export type DocumentRow = typeof documents.$inferSelect & {
  latest: VersionRow;
  live: VersionRow | null;
  source: { id: string; name: string } | null;
};
export type NewDocument = typeof documents.$inferInsert;

/** The newest version, as it stands in `selectDocuments`. */
export const latest = alias(documentVersions, 'latest');
const live = alias(documentVersions, 'live');

/** The condition of documents that this principal may read; admins read all, those of foreign teams included. */
export function readableBy(principal: Principal): SQL | undefined {
  if (principal.kind === 'staff' && principal.roles.includes('admin')) return undefined;
  return inArray(documents.visibility, readableVisibilities(principal));
}

/** Whether a document of this visibility is listed for this principal: as `readableBy`. */
export function isListedFor(principal: Principal, visibility: string): boolean {
  if (principal.kind === 'staff' && principal.roles.includes('admin')) return true;
  return readableVisibilities(principal).some((readable) => readable === visibility);
}

/** Documents with their versions and sources, to be narrowed by `where`. */
export function selectDocuments(executor: Executor = db()) {
  return executor
    .select({
      document: documents,
      latest,
      live,
      source: { id: sources.id, name: sources.name },
      createdAt: exactTime(documents.createdAt),
    })
    .from(documents)
    .innerJoin(latest, eq(latest.id, documents.latestVersionId))
    .leftJoin(live, eq(live.id, documents.liveVersionId))
    .leftJoin(sources, eq(sources.id, documents.sourceId));
}

type Selected = Awaited<ReturnType<typeof selectDocuments>>[number];

export const toRow = ({ document, ...joined }: Selected): DocumentRow => ({
  ...document,
  latest: joined.latest,
  live: joined.live,
  source: joined.source,
});

export async function findDocument(
  id: string,
  executor: Executor = db(),
): Promise<DocumentRow | null> {
  const [row] = await selectDocuments(executor).where(eq(documents.id, id)).limit(1);
  return row ? toRow(row) : null;
}

/** Titles of documents by their ids; those that are gone, or not to be read by this principal, are absent. */
export async function findReadableTitles(
  principal: Principal,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(inArray(documents.id, ids), readableBy(principal)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Who may read documents, by their ids; those that are gone are absent. */
export async function findVisibilities(ids: string[]): Promise<Map<string, Visibility>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: documents.id, visibility: documents.visibility })
    .from(documents)
    .where(inArray(documents.id, ids));
  return new Map(rows.map(({ id, visibility }) => [id, visibilitySchema.parse(visibility)]));
}

/** @throws AppError `not_found` when it is not there or not to be read by this principal */
export async function requireDocument(
  principal: Principal,
  id: string,
  executor: Executor = db(),
): Promise<DocumentRow> {
  const [row] = await selectDocuments(executor)
    .where(and(eq(documents.id, id), readableBy(principal)))
    .limit(1);
  if (!row) throw notFound();
  return toRow(row);
}

/** The document that a source knows by this key; null for a new one. */
export async function findDocumentOfSource(
  tx: Transaction,
  sourceId: string | null,
  key: string,
): Promise<DocumentRow | null> {
  const isOfSource = sourceId
    ? eq(documents.sourceId, sourceId)
    : sql`${documents.sourceId} is null`;
  const [row] = await selectDocuments(tx)
    .where(and(isOfSource, eq(documents.sourceKey, key)))
    .limit(1);
  return row ? toRow(row) : null;
}

/**
 * The document whose newest version has this very content, for the same readers. Until the
 * transaction ends nobody else gets an answer for the same content, so that two equal uploads at
 * once do not both find none.
 */
export async function findSameDocument(
  tx: Transaction,
  sha256: string,
  visibility: Visibility,
): Promise<DocumentRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);
  const [row] = await selectDocuments(tx)
    .where(and(eq(latest.sha256, sha256), eq(documents.visibility, visibility)))
    .orderBy(desc(documents.createdAt))
    .limit(1);
  return row ? toRow(row) : null;
}

/**
 * Ids of documents that answer, in the order of their ids, after `afterId`: for going through all
 * of them in steps.
 */
export async function listLiveDocumentIds(afterId: string, limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: documents.id })
    .from(documents)
    .where(and(sql`${documents.liveVersionId} is not null`, sql`${documents.id} > ${afterId}`))
    .orderBy(documents.id)
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Number of documents that answer. */
export async function countLiveDocuments(): Promise<number> {
  const [row] = await db()
    .select({ n: sql<number>`count(*)::int` })
    .from(documents)
    .where(sql`${documents.liveVersionId} is not null`);
  return row?.n ?? 0;
}

export async function createDocument(tx: Transaction, document: NewDocument): Promise<void> {
  await tx.insert(documents).values(document);
}

/** Locks a document until the transaction ends; null when it is gone. */
export async function lockDocument(tx: Transaction, id: string) {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id)).for('update');
  return row ?? null;
}

/** Keeps a document from being deleted until the transaction ends; resolves to whether it is there. */
export async function keepDocument(tx: Transaction, id: string): Promise<boolean> {
  const kept = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.id, id))
    .for('key share');
  return kept.length > 0;
}

/** Changes a document and tells its readers. Resolves to whether it is still there. */
export async function updateDocument(
  tx: Transaction,
  id: string,
  changes: Partial<NewDocument>,
): Promise<boolean> {
  const before = changes.visibility ? await lockDocument(tx, id) : null;
  const [changed] = await tx
    .update(documents)
    .set({ ...changes, updatedAt: new Date() })
    .where(eq(documents.id, id))
    .returning({ visibility: documents.visibility });
  if (!changed) return false;
  await tellReaders(tx, id, [...(before ? [before.visibility] : []), changed.visibility]);
  return true;
}

/** Says that passages of these documents were found now. Not told to readers: it changes all the time. */
export async function updateLastHits(ids: string[]): Promise<void> {
  await db().update(documents).set({ lastHitAt: new Date() }).where(inArray(documents.id, ids));
}

/** Deletes a document with its versions, elements, chunks, edits and logs. */
export async function deleteDocumentRow(tx: Transaction, id: string): Promise<void> {
  const [deleted] = await tx
    .delete(documents)
    .where(eq(documents.id, id))
    .returning({ visibility: documents.visibility });
  if (deleted) await tellReaders(tx, id, [deleted.visibility]);
}

async function tellReaders(tx: Transaction, documentId: string, visibilities: string[]) {
  await publish(tx, { type: 'document-changed', documentId, visibilities });
}
