/** The worker process: does background jobs until it is told to stop. */
import { closeDatabase } from '@/lib/db/client';
import { announceWorker } from '@/lib/db/worker-presence';
import { log } from '@/lib/log';
import { closeQueue } from '@/lib/queue';
import { startWorker, yieldToOthers } from './worker';

yieldToOthers();
const stop = await startWorker();
const leave = await announceWorker();
let isStopping = false;

async function end(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  try {
    await stop();
    await leave();
    await closeQueue();
    await closeDatabase();
    process.exit(0);
  } catch (error) {
    log().error({ event: 'worker-stop-failed', err: error });
    process.exit(1);
  }
}

process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
// The launcher holds the other end: when it dies without a word, so does its worker.
process.on('disconnect', () => void end());
