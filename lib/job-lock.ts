import { sqlClient } from '@/lib/db/client';
import { lockSpaces } from '@/lib/db/held-lock';
import type { JobName } from '@/lib/jobs';

/**
 * Marks a job as being done by this process, for as long as it lives or until the returned function
 * is called. Waits while another process does the same job.
 */
export async function holdJob(name: JobName, key: string): Promise<() => Promise<void>> {
  const connection = await sqlClient().reserve();
  const lock = `${name}:${key}`;
  await connection`select pg_advisory_lock(${lockSpaces.job}, hashtext(${lock}))`;
  return async () => {
    await connection`select pg_advisory_unlock(${lockSpaces.job}, hashtext(${lock}))`;
    connection.release();
  };
}

/** Whether a living process does this job. */
export async function isJobHeld(name: JobName, key: string): Promise<boolean> {
  // The lock lasts for this one statement only.
  const [row] = await sqlClient()<[{ isFree: boolean }]>`
    select pg_try_advisory_xact_lock(${lockSpaces.job}, hashtext(${`${name}:${key}`})) as "isFree"`;
  return !row.isFree;
}
