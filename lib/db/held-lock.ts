import { setTimeout } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { sqlClient } from './client';

/** First halves of the two-part advisory locks: one place, so that no two mean the same number. */
export const lockSpaces = {
  process: 20_260_101,
  worker: 20_260_102,
  job: 20_260_103,
  earlierPlans: 20_260_104,
} as const;

/** How long to wait before a lost connection is tried again, in milliseconds. */
const retryMs = 500;

interface Lock {
  space: number;
  key: number;
  /** Any number of processes may hold a shared lock. */
  isShared?: boolean;
}

/**
 * Holds an advisory lock on a connection of its own: until the returned function is called, or
 * the process ends, however it ends. A connection that is lost meanwhile is opened anew.
 * @throws whatever the database fails with when the lock cannot be taken at first.
 */
export async function holdLock({ space, key, isShared }: Lock): Promise<() => Promise<void>> {
  let isHeld = true;
  const release = async () => {
    isHeld = false;
    await client.end();
  };
  // Called again by the driver for each attempt that fails, so this goes on until one succeeds.
  const onLost = async () => {
    if (!isHeld) return;
    await setTimeout(retryMs);
    if (isHeld) await take();
  };
  const client = postgres(env().DATABASE_URL ?? '', {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      onLost().catch((error: unknown) => log().warn({ event: 'lock-lost', space, err: error }));
    },
  });
  const take = () =>
    isShared
      ? client`select pg_advisory_lock_shared(${space}, ${key})`
      : client`select pg_advisory_lock(${space}, ${key})`;
  try {
    await take();
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

/**
 * The condition that nobody holds the lock of a number; somebody may wait for it.
 * @param key the column that names the number
 */
export function isLockFree(space: keyof typeof lockSpaces, key: PgColumn): SQL {
  return sql`not exists (
    select 1 from pg_locks
    where locktype = 'advisory' and granted and classid = ${lockSpaces[space]} and objid = ${key}
      and database = (select oid from pg_database where datname = current_database())
  )`;
}

/** Whether any process answers or works on this database. */
export async function isDeskAtWork(): Promise<boolean> {
  const rows = await sqlClient()`
    select 1 from pg_locks
    where locktype = 'advisory' and granted
      and classid in (${lockSpaces.process}, ${lockSpaces.worker})
      and database = (select oid from pg_database where datname = current_database())
    limit 1`;
  return rows.length > 0;
}
