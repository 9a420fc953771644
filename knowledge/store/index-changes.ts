import { asc, gt, sql } from 'drizzle-orm';
import { indexChanges } from '@/drizzle/schema/search-indexes';
import { db, type Executor, type Transaction } from '@/lib/db/client';
import { given, statement } from '@/lib/db/statement';
import { publish } from '@/lib/events/bus';

/** Any fixed number: the advisory lock under which changes are numbered. */
const lock = 7_203_118;

/**
 * Records that a document's chunks are new, replaced, re-labelled or gone, so that every search
 * which begins after the commit sees it, in every process. Call it last in the transaction that
 * makes the change: writers of the index wait for each other from here to the commit, which is
 * what makes the numbers grow in commit order.
 */
export async function markChunksChanged(tx: Transaction, documentId: string): Promise<void> {
  await lockIndexChanges(tx);
  const next = sql`(select coalesce(max(${indexChanges.version}), 0) + 1 from ${indexChanges})`;
  await tx
    .insert(indexChanges)
    .values({ documentId, version: next })
    .onConflictDoUpdate({ target: indexChanges.documentId, set: { version: next } });
  await publish(tx, { type: 'chunks-changed', documentId });
}

/** Until the transaction ends, no document changes in any index. */
export async function lockIndexChanges(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
}

const selectChanges = statement('index-changes', (database) =>
  database
    .select()
    .from(indexChanges)
    .where(gt(indexChanges.version, given('version')))
    .orderBy(asc(indexChanges.version)),
);

/** Documents that changed after `version`, oldest change first. */
export async function listChangesAfter(version: number) {
  return selectChanges(db(), { version });
}

/** The number of the last change; 0 before the first. */
export async function findLastVersion(executor: Executor = db()): Promise<number> {
  const [row] = await executor
    .select({ version: sql<string>`coalesce(max(${indexChanges.version}), 0)` })
    .from(indexChanges);
  return Number(row?.version ?? 0);
}
