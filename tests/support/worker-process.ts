import { setTimeout } from 'node:timers/promises';
import { typescript } from '@/lib/runtime/typescript';
import { type DeskProcess, startDeskProcess } from './desk-process';

/** Starts a worker as the launcher does, on the database and data folder of this test file. */
export function startWorkerProcess(env: Record<string, string> = {}): DeskProcess {
  return startDeskProcess([...typescript, 'app/_jobs/main.ts'], {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    ...env,
  });
}

/** Waits until a worker has said that it is at work. */
export async function untilAtWork(worker: DeskProcess): Promise<void> {
  while (!worker.output().includes('"worker-started"')) {
    if (worker.hasEnded()) throw new Error(`The worker ended.\n${worker.output()}`);
    await setTimeout(50);
  }
}
