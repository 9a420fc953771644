import { db, type Transaction } from '@/lib/db/client';
import { updateSource } from '@/lib/db/knowledge/sources';
import { enqueue } from '@/lib/queue';

/**
 * Asks for a run of a source now. While one is on its way, the next follows as soon as it has ended.
 * @throws AppError `not_found`
 */
export async function requestSync(sourceId: string, tx?: Transaction): Promise<void> {
  if (!tx) return db().transaction((own) => requestSync(sourceId, own));
  await updateSource(tx, sourceId, { nextRunAt: new Date() });
  await enqueueSync(tx, sourceId);
}

/** Puts the run into the queue; asking again while it waits or runs changes nothing. */
export async function enqueueSync(tx: Transaction, sourceId: string): Promise<void> {
  await enqueue(tx, 'sync-source', { sourceId }, sourceId);
}
