import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { db } from './client';

/** The two-part advisory lock that every living worker shares. */
const lockSpace = 20_260_102;
const lockKey = 1;

/**
 * Says that a worker is at work, until the returned function is called or the process ends,
 * however it ends: the lock lives as long as a connection of its own.
 */
export async function announceWorker(): Promise<() => Promise<void>> {
  const lock = () => client`select pg_advisory_lock_shared(${lockSpace}, ${lockKey})`;
  let isEnding = false;
  const client = postgres(env().DATABASE_URL ?? '', {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    // The connection was lost, not given up: say so again once there is one.
    onclose: () => {
      if (!isEnding) lock().catch(() => process.exit(1));
    },
  });
  await lock();
  return async () => {
    isEnding = true;
    await client.end();
  };
}

/** Whether any worker of this database is alive. */
export async function isWorkerPresent(): Promise<boolean> {
  const rows = await db().execute(sql`
    select 1 from pg_locks
    where locktype = 'advisory' and granted and classid = ${lockSpace} and objid = ${lockKey}
      and database = (select oid from pg_database where datname = current_database())
    limit 1`);
  return rows.length > 0;
}
