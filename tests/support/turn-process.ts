import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { typescript } from '@/lib/runtime/typescript';
import type { TurnOrder } from './turn-main';

/** A process that runs turns on the database of this test file. */
export interface TurnProcess {
  /** Hands an order over; what becomes of it is in the database. */
  order: (order: TurnOrder) => void;
  /** Ends it as a power cut would. */
  kill9: () => Promise<void>;
}

/** Starts such a process; resolves when it takes orders. */
export async function startTurnProcess(env: Record<string, string>): Promise<TurnProcess> {
  const child = fork('tests/support/turn-main.ts', {
    execArgv: typescript,
    env: { ...process.env, ...env },
  });
  await Promise.race([once(child, 'message'), failure(child)]);
  const gone = once(child, 'exit');
  return {
    order: (order) => {
      // The answer of a send to a process that is being killed does not matter.
      if (child.connected) child.send(order, () => undefined);
    },
    kill9: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The process that runs turns ended with ${code} before it was ready.`);
}
