import type { PgBoss } from 'pg-boss';
import { removeAbandonedFiles } from '@/knowledge/remove-abandoned-files';
import { db } from '@/lib/db/client';
import { listUnfinishedDocuments } from '@/lib/db/documents';
import { holdJob, isJobHeld } from '@/lib/job-lock';
import { type JobName, jobSchemas } from '@/lib/jobs';
import { log } from '@/lib/log';
import { enqueue, jobRetries, openQueue } from '@/lib/queue';
import { ingestDocumentJob } from './ingest-document';
import type { Job } from './job';

/** Every job and what does it. To add one: one file, one line, and its schema in `lib/jobs.ts`. */
const jobs: { [N in JobName]: Job<N> } = {
  'ingest-document': ingestDocumentJob,
};

/** Jobs of a kind that run at once. */
const concurrency = 2;

/**
 * Starts doing background jobs, those left by a worker that died included. The returned function
 * stops: running jobs are put back and taken up by the next worker.
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = await openQueue({ isWorker: true });
  const stopping = new AbortController();
  await work(boss, 'ingest-document', stopping.signal);
  await resumeDocuments(boss);
  await removeAbandonedFiles();
  log().info({ event: 'worker-started' });
  return async () => {
    stopping.abort(new Error('the worker is stopping'));
    await boss.stop({ graceful: true, timeout: 5000 });
    log().info({ event: 'worker-stopped' });
  };
}

async function work<N extends JobName>(boss: PgBoss, name: N, stopping: AbortSignal) {
  const options = {
    batchSize: 1,
    burstWhenBatchFull: true,
    localConcurrency: concurrency,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
    heartbeatRefreshSeconds: 3,
    includeMetadata: true,
  } as const;
  await boss.work(name, options, async ([job]) => {
    if (!job) return;
    const signal = AbortSignal.any([job.signal, stopping]);
    const isLastTry = job.retryCount >= jobRetries;
    const release = await holdJob(name, job.singletonKey ?? job.id);
    try {
      await jobs[name](jobSchemas[name].parse(job.data), { signal, isLastTry });
    } catch (error) {
      log().warn({ event: 'job-failed', name, jobId: job.id, isLastTry, err: error });
      throw error;
    } finally {
      await release();
    }
  });
}

/**
 * Gives documents that are neither ready nor failed to the workers again: those whose worker is
 * gone at once, and those whose job was lost a new one. Where all is well nothing happens.
 */
async function resumeDocuments(boss: PgBoss): Promise<void> {
  const name = 'ingest-document';
  for (const documentId of await listUnfinishedDocuments()) {
    if (!(await isJobHeld(name, documentId))) {
      const orphans = await boss.findJobs(name, { key: documentId });
      const active = orphans.filter((job) => job.state === 'active');
      if (active.length > 0) await boss.fail(name, active, { message: 'the worker is gone' });
    }
    await db().transaction((tx) => enqueue(tx, name, { documentId }, documentId));
  }
}
