import { sql } from 'drizzle-orm';
import { db, type Transaction } from '@/lib/db/client';
import { lockDocument } from '@/lib/db/knowledge/documents';
import { waitFor } from './wait-for';

/** Does one thing with a document's row, while the other already waits for it. */
export async function overtake<T>(
  id: string,
  first: (tx: Transaction) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<T> {
  const { promise: waiting } = await db().transaction(async (tx) => {
    await lockDocument(tx, id);
    const promise = second();
    promise.catch(() => undefined);
    await waitFor('the second waits for the first', async () => {
      const waiters = await db().execute(sql`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return waiters.length > 0;
    });
    await first(tx);
    return { promise };
  });
  return waiting;
}
