import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { processGlobal } from '@/lib/process-global';
import { limits } from './parsers/limits';

/** How long a process without work is kept, in milliseconds: starting one takes half a second. */
const idleMs = 60_000;

/**
 * Lends a process that opens files: whatever a file does to it, only that process dies. One that
 * did its work is kept for the next file; one whose work failed is not.
 * @param heapMb megabytes of heap; a process with a heap of its own size is not kept
 */
export async function withParseProcess<T>(
  heapMb: number | undefined,
  work: (child: ChildProcess) => Promise<T>,
): Promise<T> {
  const child = heapMb ? startChild(heapMb) : (takeIdle() ?? startChild(limits.heapMb));
  child.ref();
  child.channel?.ref();
  try {
    const result = await work(child);
    if (heapMb) child.kill('SIGKILL');
    else keepIdle(child);
    return result;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function startChild(heapMb: number): ChildProcess {
  // The web server is bundled; what it starts is not, and lies where the desk was started.
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), 'knowledge/parse-child.ts');
  return fork(/* turbopackIgnore: true */ program, [], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`],
    // Nothing of the desk's environment: a file that takes the process over finds no key in it.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
}

interface Idle {
  child?: ChildProcess;
  timer?: NodeJS.Timeout;
}

const idle = () => processGlobal<Idle>('parse-child', () => ({}));

function takeIdle(): ChildProcess | undefined {
  const { child, timer } = idle();
  clearTimeout(timer);
  idle().child = undefined;
  return child?.connected ? child : undefined;
}

/** Keeps one process waiting, without keeping this one alive for it. */
function keepIdle(child: ChildProcess): void {
  const waiting = idle();
  if (waiting.child) {
    child.kill('SIGKILL');
    return;
  }
  child.unref();
  child.channel?.unref();
  waiting.child = child;
  waiting.timer = setTimeout(() => takeIdle()?.kill('SIGKILL'), idleMs);
  waiting.timer.unref();
}
