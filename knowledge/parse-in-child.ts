import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { processGlobal } from '@/lib/process-global';
import { type ParseRequest, parseReplySchema } from './parse-messages';
import { DocumentError } from './parsers/document-error';
import { limits } from './parsers/limits';
import type { ParsedDocument } from './parsers/parsed-document';

export interface ParseOptions {
  onProgress?: (done: number, total: number) => void;
  /** Told the most memory, in bytes, that the process ever took, unless it was killed. */
  onPeak?: (bytes: number) => void;
  signal?: AbortSignal;
  /** Milliseconds until the process is killed and the document counts as `timed_out`. */
  timeLimitMs?: number;
  /** Megabytes of heap. A process with a heap of its own size is not shared with other files. */
  heapMb?: number;
}

/** How long a process without work is kept, in milliseconds: starting one takes half a second. */
const idleMs = 60_000;

/**
 * Parses a file in a process of its own: whatever the file does to it, only that process dies. A
 * process that did its work is kept for the next file; one that was refused work or overran is not.
 * @throws DocumentError saying why the file cannot be read; the signal's reason when aborted
 */
export async function parseInChild(
  request: ParseRequest,
  options: ParseOptions = {},
): Promise<ParsedDocument> {
  options.signal?.throwIfAborted();
  const { heapMb } = options;
  const child = heapMb ? startChild(heapMb) : (takeIdle() ?? startChild(limits.heapMb));
  child.ref();
  child.channel?.ref();
  try {
    const document = await converse(child, request, options);
    if (heapMb) child.kill('SIGKILL');
    else keepIdle(child);
    return document;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function startChild(heapMb: number): ChildProcess {
  return fork(path.join(import.meta.dirname, 'parse-child.ts'), [], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`],
    // Nothing of the desk's environment: a file that takes the process over finds no key in it.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
}

/** Sends the request and waits for the answer, the end of the process, the time limit or the signal. */
function converse(
  child: ChildProcess,
  request: ParseRequest,
  { onProgress, onPeak, signal, timeLimitMs = limits.parseMs }: ParseOptions,
): Promise<ParsedDocument> {
  const { promise, resolve, reject } = Promise.withResolvers<ParsedDocument>();
  const onMessage = (message: unknown) => {
    const parsed = parseReplySchema.safeParse(message);
    if (!parsed.success) reject(new DocumentError('internal', { cause: parsed.error }));
    else if (parsed.data.type === 'progress') onProgress?.(parsed.data.done, parsed.data.total);
    else if (parsed.data.type === 'peak') onPeak?.(parsed.data.bytes);
    else if (parsed.data.type === 'parsed') resolve(parsed.data.document);
    else reject(new DocumentError(parsed.data.failure, { cause: parsed.data.detail }));
  };
  const onExit = (code: number | null, exitSignal: string | null) =>
    reject(new DocumentError(failureOfExit(exitSignal), { cause: `exit ${exitSignal ?? code}` }));
  const onAbort = () => reject(signal?.reason);
  const timer = setTimeout(() => reject(new DocumentError('timed_out')), timeLimitMs);
  child.on('message', onMessage);
  child.once('exit', onExit);
  child.once('error', reject);
  signal?.addEventListener('abort', onAbort, { once: true });
  child.send(request);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onExit);
    child.off('error', reject);
    signal?.removeEventListener('abort', onAbort);
  });
}

/** V8 aborts when its heap is full; any other end is the parser's own fault with this file. */
function failureOfExit(signal: string | null): 'out_of_memory' | 'damaged' {
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? 'out_of_memory' : 'damaged';
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
