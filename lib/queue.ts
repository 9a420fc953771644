import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Queue, type QueuePolicy } from 'pg-boss';
import type { Transaction } from '@/lib/db/client';
import { env } from '@/lib/env';
import { type JobName, type JobPayload, jobSchemas } from '@/lib/jobs';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';

/** How often a job is tried again after a fault or the death of its worker. */
export const jobRetries = 8;

const queueOptions: Omit<Queue, 'name'> = {
  notify: true,
  retryLimit: jobRetries,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 3600,
  deleteAfterSeconds: 24 * 3600,
  // A worker that has not been heard of for this long is dead, and its job is given to another.
  heartbeatSeconds: 10,
};

/**
 * At most one job per key, waiting or at work: asking twice is harmless. What follows changes of a
 * document may have read it before the last of them, so there one may wait while another works.
 */
function policyOf(name: JobName): QueuePolicy {
  return name === 'refresh-index' ? 'stately' : 'exclusive';
}

/**
 * Opens the queue. A worker's also listens for new jobs and looks every two seconds for those of
 * dead workers; one that only sends does neither.
 */
export async function openQueue({ isWorker }: { isWorker: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: isWorker ? 4 : 2,
    application_name: 'frontdesk-queue',
    schedule: false,
    supervise: isWorker,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    useListenNotify: isWorker,
  });
  boss.on('error', (error) => log().error({ event: 'queue-failed', err: error }));
  await boss.start();
  for (const name of Object.keys(jobSchemas) as JobName[]) await createQueue(boss, name);
  return boss;
}

/** pg-boss leaves the policy of a queue that is there as it was made. */
async function createQueue(boss: PgBoss, name: JobName): Promise<void> {
  const policy = policyOf(name);
  await boss.createQueue(name, { ...queueOptions, policy });
  const change = 'update pgboss.queue set policy = $1 where name = $2 and policy <> $1';
  await boss.getDb().executeSql(change, [policy, name]);
}

interface Sender {
  boss?: Promise<PgBoss>;
}

const sender = () => processGlobal<Sender>('queue', () => ({}));

/**
 * Asks for a job; it exists once the transaction commits.
 * @param key jobs of the same name and key are one, until it is done
 */
export async function enqueue<N extends JobName>(
  tx: Transaction,
  name: N,
  payload: JobPayload<N>,
  key: string,
  { startAfterSeconds }: { startAfterSeconds?: number } = {},
): Promise<void> {
  const boss = await openSender();
  const options = { singletonKey: key, startAfter: startAfterSeconds };
  await boss.send(name, payload, { ...options, db: fromDrizzle(tx, sql) });
}

/** One connection per process; a failed attempt is not kept, so that the next call tries again. */
async function openSender(): Promise<PgBoss> {
  const shared = sender();
  shared.boss ??= openQueue({ isWorker: false }).catch((error: unknown) => {
    shared.boss = undefined;
    throw error;
  });
  return shared.boss;
}

/** Closes this process's connection to the queue; for commands and tests that end. */
export async function closeQueue(): Promise<void> {
  const boss = sender().boss;
  sender().boss = undefined;
  await (await boss)?.stop({ graceful: false });
}
