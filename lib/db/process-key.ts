import { randomInt } from 'node:crypto';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';

/** First half of the two-part advisory lock that says «this process is alive». */
export const processLockSpace = 20_260_101;

async function hold(): Promise<{ key: number; client: postgres.Sql }> {
  const key = randomInt(1, 2 ** 31 - 1);
  const lock = () => client`select pg_advisory_lock(${processLockSpace}, ${key})`;
  // One connection of its own that lives as long as the process: the lock is gone with it.
  const client = postgres(env().DATABASE_URL ?? '', {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      log().warn(
        { event: 'process-lock-lost' },
        'the connection that holds the process lock closed',
      );
      lock().catch((error: unknown) => log().error({ event: 'process-lock-failed', err: error }));
    },
  });
  await lock();
  return { key, client };
}

const held = () => processGlobal('process-key', hold);

/**
 * A number that stands for this process in rows of work it has taken. It is an advisory lock
 * held until the process ends, however it ends: work whose lock is free can be taken over at once.
 */
export async function processKey(): Promise<number> {
  return (await held()).key;
}
