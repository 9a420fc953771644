import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ChildLog } from './child-log';

const preload = fileURLToPath(new URL('./exit-with-launcher.mjs', import.meta.url));
/** How long a child may take to finish what it does, in milliseconds. */
const graceMs = 4000;
const longestPauseMs = 30_000;
/** A child that ran this long was healthy: the pause before its next start is short again. */
const healthyMs = 60_000;

/** What to run and to keep running. */
export interface ChildSpec {
  name: string;
  /** Arguments of Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  log: ChildLog;
  /** Called when it ended on its own, before it is started again. */
  onCrash: (code: number | string, pauseMs: number) => void;
}

/** A process that is started again whenever it ends on its own. */
export interface Child {
  pid: () => number | undefined;
  /** Ends it, and waits until it is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts a Node process and keeps it running. It leads a process group of its own, out of the
 * reach of Ctrl-C, and ends by itself when this process does.
 */
export function keepRunning(spec: ChildSpec): Child {
  const stopping = new AbortController();
  let current: ChildProcess | undefined;
  const runs = (async () => {
    let pauseMs = 500;
    while (!stopping.signal.aborted) {
      const started = Date.now();
      current = start(spec);
      const code = await ended(current);
      if (stopping.signal.aborted) return;
      pauseMs = Date.now() - started > healthyMs ? 500 : Math.min(pauseMs * 2, longestPauseMs);
      spec.onCrash(code, pauseMs);
      await setTimeout(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    pid: () => current?.pid,
    stop: async () => {
      stopping.abort();
      if (current) await end(current);
      await runs;
    },
  };
}

function start({ args, env, log }: ChildSpec): ChildProcess {
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  if (child.stdout) log.follow(child.stdout);
  if (child.stderr) log.follow(child.stderr);
  return child;
}

function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (error) => resolve(error.message));
  });
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  process.kill(pid, 'SIGTERM');
  const isLate = await Promise.race([gone.then(() => false), setTimeout(graceMs, true)]);
  if (isLate) process.kill(-pid, 'SIGKILL');
  await gone;
}
