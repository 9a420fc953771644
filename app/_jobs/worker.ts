import { setPriority } from 'node:os';
import type { PgBoss } from 'pg-boss';
import { removeAbandonedFiles } from '@/knowledge/documents/remove-abandoned-files';
import { keepSourcesCurrent } from '@/knowledge/sources/schedule-sources';
import { ensureWantedIndex } from '@/knowledge/store/build-index';
import { holdJob } from '@/lib/job-lock';
import { type JobName, jobSchemas } from '@/lib/jobs';
import { log } from '@/lib/log';
import { jobRetries, openQueue } from '@/lib/queue';
import { buildIndexJob } from './build-index';
import { cleanUpDocumentJob } from './clean-up-document';
import { dropIndexJob } from './drop-index';
import { ingestVersionJob } from './ingest-version';
import type { Job } from './job';
import { keepIndexMended, mendIndexJob } from './mend-index';
import { refreshIndexJob } from './refresh-index';
import { keepResuming } from './resume-jobs';
import { syncSourceJob } from './sync-source';

interface Kind<N extends JobName> {
  run: Job<N>;
  /** Jobs of the kind that run at once in one worker. */
  concurrency: number;
}

/** Every job and what does it. To add one: one file, one line, and its schema in `lib/jobs.ts`. */
const jobs: { [N in JobName]: Kind<N> } = {
  'ingest-version': { run: ingestVersionJob, concurrency: 2 },
  'clean-up-document': { run: cleanUpDocumentJob, concurrency: 1 },
  'refresh-index': { run: refreshIndexJob, concurrency: 1 },
  'build-index': { run: buildIndexJob, concurrency: 1 },
  'drop-index': { run: dropIndexJob, concurrency: 1 },
  'mend-index': { run: mendIndexJob, concurrency: 1 },
  'sync-source': { run: syncSourceJob, concurrency: 3 },
};

/** People who wait for an answer come first. */
const niceness = 5;

/**
 * Starts doing background jobs, those left by a worker that died included. The returned function
 * stops: running jobs are put back and taken up by the next worker.
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = await openQueue({ isWorker: true });
  const stopping = new AbortController();
  for (const name of Object.keys(jobs) as JobName[]) await work(boss, name, stopping.signal);
  const stopResuming = await keepResuming(boss);
  await ensureWantedIndex();
  const stopMending = await keepIndexMended();
  await removeAbandonedFiles();
  const watching = keepSourcesCurrent(stopping.signal);
  log().info({ event: 'worker-started' });
  return async () => {
    stopping.abort(new Error('the worker is stopping'));
    stopMending();
    await stopResuming();
    await watching;
    await boss.stop({ graceful: true, timeout: 5000 });
    log().info({ event: 'worker-stopped' });
  };
}

/** Makes way for the processes that answer people; for a process that is a worker and nothing else. */
export function yieldToOthers(): void {
  setPriority(niceness);
}

async function work<N extends JobName>(boss: PgBoss, name: N, stopping: AbortSignal) {
  for (let place = 0; place < jobs[name].concurrency; place += 1) {
    await openPlace(boss, name, stopping);
  }
}

/** One place at which jobs of a kind are done, one after the other. */
async function openPlace<N extends JobName>(boss: PgBoss, name: N, stopping: AbortSignal) {
  const options = {
    batchSize: 1,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
    heartbeatRefreshSeconds: 3,
    includeMetadata: true,
  } as const;
  const place = await boss.work(name, options, async ([job]) => {
    if (!job) return;
    const signal = AbortSignal.any([job.signal, stopping]);
    const isLastTry = job.retryCount >= jobRetries;
    const release = await holdJob(name, job.singletonKey ?? job.id);
    try {
      await jobs[name].run(jobSchemas[name].parse(job.data) as never, { signal, isLastTry });
    } catch (error) {
      log().warn({ event: 'job-failed', name, jobId: job.id, isLastTry, err: error });
      throw error;
    } finally {
      await release();
      // Where there was one there may be more: pg-boss would wait two seconds before it looks.
      boss.notifyWorker(place);
    }
  });
}
