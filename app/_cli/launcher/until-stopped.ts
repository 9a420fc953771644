import { existsSync, readFileSync } from 'node:fs';
import { setInterval } from 'node:timers/promises';

/**
 * Waits for Ctrl-C, a stop signal or a closed terminal. A second Ctrl-C ends the process at
 * once. npm that was killed tells nobody, so started by npm we also watch where we come from.
 */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    let isStopping = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (isStopping && signal === 'SIGINT') process.exit(130);
      isStopping = true;
      resolve(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
    if (process.env.npm_lifecycle_event) {
      npmGone().then(() => resolve('npm is gone'));
    }
  });
}

/** npm runs a shell that runs us: either of them may be killed. */
async function npmGone(): Promise<void> {
  const shell = process.ppid;
  const npm = parentOf(shell);
  for await (const _ of setInterval(500, undefined, { ref: false })) {
    if (process.ppid !== shell || parentOf(shell) !== npm) return;
  }
}

/** The parent of a process, where the system tells it in `/proc`. */
function parentOf(pid: number): string | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  // `pid (name) state parent …`; the name may hold anything, parentheses too.
  return readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[1];
}
