import { and, desc, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import { documents, documentVersions } from '@/drizzle/schema/knowledge';
import { publish } from '@/lib/events/bus';
import { db, type Executor, type Transaction } from '../client';

export type VersionRow = typeof documentVersions.$inferSelect;
type NewVersion = typeof documentVersions.$inferInsert;

/** States from which an ingestion goes nowhere by itself. */
const ended = ['ready', 'failed'] as const;

export async function findVersion(
  id: string,
  executor: Executor = db(),
): Promise<VersionRow | null> {
  const [row] = await executor
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.id, id))
    .limit(1);
  return row ?? null;
}

/** The version of a document with this number, from 1; null when it never had one. */
export async function findVersionByNumber(
  documentId: string,
  number: number,
): Promise<VersionRow | null> {
  const [row] = await db()
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)))
    .limit(1);
  return row ?? null;
}

/** All versions of a document, newest first. */
export async function listVersions(
  documentId: string,
  executor: Executor = db(),
): Promise<VersionRow[]> {
  return executor
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number));
}

/** Adds a version and makes it the document's newest. Call it with the document's row locked or new. */
export async function createVersion(
  tx: Transaction,
  version: Omit<NewVersion, 'number' | 'status'>,
): Promise<void> {
  const { documentId } = version;
  const [last] = await tx
    .select({ n: sql<number>`coalesce(max(${documentVersions.number}), 0)::int` })
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId));
  const number = (last?.n ?? 0) + 1;
  await tx.insert(documentVersions).values({ ...version, number, status: 'queued' });
  await tx
    .update(documents)
    .set({ latestVersionId: version.id, updatedAt: new Date() })
    .where(eq(documents.id, documentId));
  await tellReaders(tx, documentId);
}

/** Changes a version, whatever its state, and tells the readers. Resolves to whether it is there. */
export async function updateVersion(
  tx: Transaction,
  id: string,
  changes: Partial<NewVersion>,
): Promise<boolean> {
  const [row] = await tx
    .update(documentVersions)
    .set(changes)
    .where(eq(documentVersions.id, id))
    .returning({ documentId: documentVersions.documentId });
  if (row) await tellReaders(tx, row.documentId);
  return row !== undefined;
}

/** One worker's go at a version: no two have both numbers in common. */
export type Attempt = Pick<VersionRow, 'id' | 'attempt' | 'startedAt'>;

/** The condition of a version on which this attempt, and no later one, is still at work. */
function isAtWork({ id, attempt, startedAt }: Attempt): SQL | undefined {
  return and(
    eq(documentVersions.id, id),
    eq(documentVersions.attempt, attempt),
    startedAt ? eq(documentVersions.startedAt, startedAt) : isNull(documentVersions.startedAt),
    notInArray(documentVersions.status, [...ended]),
  );
}

/**
 * As `updateVersion`, for the worker at work: changes nothing and resolves to false when the
 * version is gone, has ended because a person cancelled it, or is in the hands of another attempt.
 */
export async function advanceVersion(
  tx: Transaction,
  attempt: Attempt,
  changes: Partial<NewVersion>,
): Promise<boolean> {
  const [row] = await tx
    .update(documentVersions)
    .set({ ...changes, heartbeatAt: new Date() })
    .where(isAtWork(attempt))
    .returning({ documentId: documentVersions.documentId });
  if (row) await tellReaders(tx, row.documentId);
  return row !== undefined;
}

/** Says that the attempt's worker is alive. Resolves to false when there is nothing left to do. */
export async function beatVersion(attempt: Attempt): Promise<boolean> {
  const rows = await db()
    .update(documentVersions)
    .set({ heartbeatAt: new Date() })
    .where(isAtWork(attempt))
    .returning({ id: documentVersions.id });
  return rows.length > 0;
}

/** Ids of a document's versions that are on their way: neither ready nor failed. */
export async function listUnfinishedVersionIds(documentId: string): Promise<string[]> {
  const rows = await db()
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(
      and(
        eq(documentVersions.documentId, documentId),
        notInArray(documentVersions.status, [...ended]),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Locks a version until the transaction ends; null when it is gone. */
export async function lockVersion(tx: Transaction, id: string): Promise<VersionRow | null> {
  const [row] = await tx
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.id, id))
    .for('update');
  return row ?? null;
}

/** Those of these ids that are versions: every other stored file belongs to nobody. */
export async function filterVersionIds(ids: string[]): Promise<Set<string>> {
  const rows = await db()
    .select({ id: documentVersions.id })
    .from(documentVersions)
    .where(inArray(documentVersions.id, ids));
  return new Set(rows.map((row) => row.id));
}

/** Unfinished versions that no job of this name waits or works for: a lost one is asked for again. */
export async function listVersionsWithoutJob(jobName: string): Promise<string[]> {
  const rows = await db().execute<{ id: string }>(sql`
    select v.id from ${documentVersions} v
    where v.status not in ('ready', 'failed') and not exists (
      select 1 from pgboss.job j
      where j.name = ${jobName} and j.singleton_key = v.id and j.state < 'completed'
    )`);
  return rows.map((row) => row.id);
}

async function tellReaders(tx: Transaction, documentId: string): Promise<void> {
  const [row] = await tx
    .select({ visibility: documents.visibility })
    .from(documents)
    .where(eq(documents.id, documentId));
  if (!row) return;
  await publish(tx, { type: 'document-changed', documentId, visibilities: [row.visibility] });
}
