import { sql } from 'drizzle-orm';
import { db } from './client';
import { holdLock, lockSpaces } from './held-lock';

/** Every living worker shares this one lock. */
const lockKey = 1;

/** Says that a worker is at work, until the returned function is called or the process ends. */
export async function announceWorker(): Promise<() => Promise<void>> {
  return await holdLock({ space: lockSpaces.worker, key: lockKey, isShared: true });
}

/** Whether any worker of this database is alive. */
export async function isWorkerPresent(): Promise<boolean> {
  const rows = await db().execute(sql`
    select 1 from pg_locks
    where locktype = 'advisory' and granted
      and classid = ${lockSpaces.worker} and objid = ${lockKey}
      and database = (select oid from pg_database where datname = current_database())
    limit 1`);
  return rows.length > 0;
}
