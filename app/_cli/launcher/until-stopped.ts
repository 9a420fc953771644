import { setInterval } from 'node:timers/promises';

/**
 * Waits for Ctrl-C, a stop signal or a closed terminal. A second Ctrl-C ends the process at
 * once. npm that was killed tells nobody, so started by npm we also watch our parent.
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
      parentGone().then(() => resolve('npm is gone'));
    }
  });
}

async function parentGone(): Promise<void> {
  const parent = process.ppid;
  for await (const _ of setInterval(500, undefined, { ref: false })) {
    if (process.ppid !== parent) return;
  }
}
