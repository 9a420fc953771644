import { randomInt } from 'node:crypto';
import { processGlobal } from '@/lib/process-global';
import { holdLock, lockSpaces } from './held-lock';

interface Held {
  key: number;
  release: () => Promise<void>;
}

async function hold(): Promise<Held> {
  const key = randomInt(1, 2 ** 31 - 1);
  return { key, release: await holdLock({ space: lockSpaces.process, key }) };
}

const holder = () => processGlobal<{ held?: Promise<Held> }>('process-key', () => ({}));

/**
 * A number that stands for this process in rows of work it has taken. It is an advisory lock
 * held until the process ends, however it ends: work whose lock is free can be taken over at once.
 */
export async function processKey(): Promise<number> {
  const process = holder();
  // A failed attempt is not kept: the next turn tries again.
  process.held ??= hold().catch((error: unknown) => {
    process.held = undefined;
    throw error;
  });
  return (await process.held).key;
}

/** Gives the number back; for commands and tests that end. */
export async function releaseProcessKey(): Promise<void> {
  const process = holder();
  const held = await process.held;
  process.held = undefined;
  await held?.release();
}
