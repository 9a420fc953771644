import { mendIndex } from '@/knowledge/store/mend-index';
import { wantedIndex } from '@/knowledge/store/search-indexes';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/queue';
import type { Job } from './job';

/** How often an outside index is compared with PostgreSQL, in milliseconds. */
const intervalMs = 60_000;

/** Makes good what an outside index lost or holds too much. */
export const mendIndexJob: Job<'mend-index'> = () => mendIndex();

/** Asks for it now and every minute; as a job, so that only one worker does it. */
export async function keepIndexMended(): Promise<() => void> {
  if (wantedIndex().store !== 'qdrant') return () => undefined;
  const ask = () => db().transaction((tx) => enqueue(tx, 'mend-index', {}, 'mend-index'));
  await ask();
  const timer = setInterval(() => {
    ask().catch((error: unknown) => log().warn({ event: 'mend-index-not-asked', err: error }));
  }, intervalMs);
  return () => clearInterval(timer);
}
