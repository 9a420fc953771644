import { sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import { db } from '@/lib/db/client';
import { listVersionsWithoutJob } from '@/lib/db/knowledge/document-versions';
import { isJobHeld } from '@/lib/job-lock';
import { type JobName, jobSchemas } from '@/lib/jobs';
import { log } from '@/lib/log';
import { enqueue } from '@/lib/queue';

/** How often a worker looks for what others left lying, in milliseconds. */
const intervalMs = 3_000;
/** A job this young may be about to take its lock, in seconds. */
const youngSeconds = 3;

interface ActiveJob extends Record<string, unknown> {
  id: string;
  name: JobName;
  key: string;
}

/**
 * Gives the jobs of workers that died to those that live, a few seconds after the death, and asks
 * again for ingestions whose job was lost. Resolves, after a first look, to the function that stops.
 */
export async function keepResuming(boss: PgBoss): Promise<() => Promise<void>> {
  let looking = resume(boss, 0);
  await looking;
  const timer = setInterval(() => {
    looking = looking
      .then(() => resume(boss, youngSeconds))
      .catch((error: unknown) => {
        log().warn({ event: 'resume-failed', err: error }, 'looking again soon');
      });
  }, intervalMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

async function resume(boss: PgBoss, minAgeSeconds: number): Promise<void> {
  for (const { id, name, key } of await listActive(minAgeSeconds)) {
    if (await isJobHeld(name, key)) continue;
    log().info({ event: 'job-orphaned', name, jobId: id });
    await boss.fail(name, id, { message: 'the worker is gone' });
  }
  const name = 'ingest-version';
  for (const versionId of await listVersionsWithoutJob(name)) {
    await db().transaction((tx) => enqueue(tx, name, { versionId }, versionId));
  }
}

/** Jobs that some worker has taken; as many as there are places in workers. */
async function listActive(minAgeSeconds: number): Promise<ActiveJob[]> {
  const names = sql.join(
    Object.keys(jobSchemas).map((name) => sql`${name}`),
    sql`, `,
  );
  return db().execute<ActiveJob>(sql`
    select id, name, coalesce(singleton_key, id::text) as key from pgboss.job
    where state = 'active' and name in (${names})
      and started_on <= now() - make_interval(secs => ${minAgeSeconds})`);
}
