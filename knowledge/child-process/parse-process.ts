import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { processGlobal } from '@/lib/process-global';
import { typescript } from '@/lib/runtime/typescript';
import { limits } from '../parsers/limits';

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
  const program = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'knowledge/child-process/parse-child.ts',
  );
  return fork(/* turbopackIgnore: true */ program, [], {
    execArgv: [...typescript, `--max-old-space-size=${heapMb}`],
    // Nothing of the desk's environment: a file that takes the process over finds no key in it.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
}

interface Idle {
  child: ChildProcess;
  timer: NodeJS.Timeout;
}

/** As many as a worker reads files at once: each has its process waiting. */
const maxIdle = 2;

const idle = () => processGlobal<Idle[]>('parse-processes', () => []);

function takeIdle(): ChildProcess | undefined {
  for (let waiting = idle().pop(); waiting; waiting = idle().pop()) {
    clearTimeout(waiting.timer);
    if (waiting.child.connected) return waiting.child;
  }
  return undefined;
}

/** Keeps a process waiting for a while, without keeping this one alive for it. */
function keepIdle(child: ChildProcess): void {
  if (idle().length >= maxIdle) {
    child.kill('SIGKILL');
    return;
  }
  child.unref();
  child.channel?.unref();
  const timer = setTimeout(() => {
    const at = idle().findIndex((waiting) => waiting.child === child);
    if (at >= 0) idle().splice(at, 1);
    child.kill('SIGKILL');
  }, idleMs);
  timer.unref();
  idle().push({ child, timer });
}
