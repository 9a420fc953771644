import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';

/** First half of the two-part advisory lock that says «this process is alive». */
export const processLockSpace = 20_260_101;

/** How long to wait before a lost connection is tried again, in milliseconds. */
const retryMs = 500;

interface Held {
  key: number;
  release: () => Promise<void>;
}

async function hold(): Promise<Held> {
  const key = randomInt(1, 2 ** 31 - 1);
  const lock = () => client`select pg_advisory_lock(${processLockSpace}, ${key})`;
  let isReleased = false;
  const onLost = async () => {
    if (isReleased) return;
    log().warn({ event: 'process-lock-lost' }, 'the connection that holds the process lock closed');
    await setTimeout(retryMs);
    if (!isReleased) await lock();
  };
  // One connection of its own that lives as long as the process: the lock is gone with it.
  const client = postgres(env().DATABASE_URL ?? '', {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      onLost().catch((error: unknown) =>
        log().error({ event: 'process-lock-failed', err: error }, 'the process lock is not held'),
      );
    },
  });
  await lock();
  const release = async () => {
    isReleased = true;
    await client.end();
  };
  return { key, release };
}

const holder = () => processGlobal<{ held?: Promise<Held> }>('process-key', () => ({}));

/**
 * A number that stands for this process in rows of work it has taken. It is an advisory lock
 * held until the process ends, however it ends: work whose lock is free can be taken over at once.
 */
export async function processKey(): Promise<number> {
  const process = holder();
  process.held ??= hold();
  return (await process.held).key;
}

/** Gives the number back; for commands and tests that end. */
export async function releaseProcessKey(): Promise<void> {
  const process = holder();
  const held = await process.held;
  process.held = undefined;
  await held?.release();
}
