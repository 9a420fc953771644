import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from './client';
import { holdLock } from './held-lock';
import { announceWorker, isWorkerPresent } from './worker-presence';

const lock = { space: 1_000, key: 7 };

/** The database's processes that hold the lock. */
async function holders(): Promise<number[]> {
  const rows = await db().execute<{ pid: number }>(sql`
    select pid from pg_locks
    where locktype = 'advisory' and granted and classid = ${lock.space} and objid = ${lock.key}
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.map(({ pid }) => pid);
}

test('a process whose connection is cut holds its lock again, and gives it back when it ends', async () => {
  const release = await holdLock(lock);
  const [first] = await holders();
  await db().execute(sql`select pg_terminate_backend(${first})`);
  await expect.poll(holders).toEqual([expect.not.toBeOneOf([first])]);
  await release();
  await expect.poll(holders).toEqual([]);
});

test('a desk has a worker as long as one of its workers is left', async () => {
  expect(await isWorkerPresent()).toBe(false);
  const leave = [await announceWorker(), await announceWorker()];
  await leave[0]?.();
  expect(await isWorkerPresent()).toBe(true);
  await leave[1]?.();
  await expect.poll(isWorkerPresent).toBe(false);
});
