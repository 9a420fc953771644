import { eq, sql } from 'drizzle-orm';
import { searchIndexes } from '@/drizzle/schema/search-indexes';
import { newId } from '@/lib/ids';
import { db, type Executor, type Transaction } from '../client';
import { statement } from '../statement';

export type SearchIndexRow = typeof searchIndexes.$inferSelect;
/** What an index is made with. */
export type IndexMaking = Pick<SearchIndexRow, 'store' | 'embeddings'>;

const selectIndexes = statement('search-indexes', (database) =>
  database.select().from(searchIndexes),
);

/** The index that answers, and the one that is being built, if any. */
export async function findSearchIndexes(
  executor: Executor = db(),
): Promise<{ live: SearchIndexRow | null; building: SearchIndexRow | null }> {
  const rows = await selectIndexes(executor, {});
  return {
    live: rows.find(({ state }) => state === 'live') ?? null,
    building: rows.find(({ state }) => state === 'building') ?? null,
  };
}

/** The index that answers; on a new desk there is none yet, and it is made as wanted. */
export async function ensureLiveIndex(wanted: IndexMaking): Promise<SearchIndexRow> {
  const { live } = await findSearchIndexes();
  if (live) return live;
  await db()
    .insert(searchIndexes)
    .values({ id: newId(), ...wanted, state: 'live' })
    .onConflictDoNothing();
  return ensureLiveIndex(wanted);
}

/** Begins another index beside the live one, in the place of one that was being built. */
export async function createBuildingIndex(
  tx: Transaction,
  making: IndexMaking,
  total: number,
): Promise<string> {
  const id = newId();
  await deleteBuildingIndex(tx);
  await tx.insert(searchIndexes).values({ id, ...making, state: 'building', total });
  return id;
}

/** Gives up the index that is being built; resolves to its row. */
export async function deleteBuildingIndex(tx: Transaction): Promise<SearchIndexRow | null> {
  const [row] = await tx
    .delete(searchIndexes)
    .where(eq(searchIndexes.state, 'building'))
    .returning();
  return row ?? null;
}

/** Tells how far the building is. */
export async function updateBuildingIndex(
  id: string,
  changes: Partial<Pick<SearchIndexRow, 'done' | 'total' | 'errorCode'>>,
): Promise<void> {
  await db().update(searchIndexes).set(changes).where(eq(searchIndexes.id, id));
}

/** Makes the built index the one that answers; resolves to the one it takes the place of. */
export async function swapIndexes(
  tx: Transaction,
  buildingId: string,
): Promise<SearchIndexRow | null> {
  const { live, building } = await findSearchIndexes(tx);
  if (building?.id !== buildingId) return null;
  if (live) await tx.delete(searchIndexes).where(eq(searchIndexes.id, live.id));
  await tx
    .update(searchIndexes)
    .set({ state: 'live', done: sql`${searchIndexes.total}` })
    .where(eq(searchIndexes.id, buildingId));
  return live;
}
