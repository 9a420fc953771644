import type { ChildProcess } from 'node:child_process';
import { DocumentError } from '../parsers/document-error';
import { limits } from '../parsers/limits';
import { type ChildRequest, type ChildResult, childReplySchema } from './parse-messages';

export interface AskOptions {
  onProgress?: (done: number, total: number) => void;
  /** Told the most memory, in bytes, that the process ever took, unless it was killed. */
  onPeak?: (bytes: number) => void;
  signal?: AbortSignal;
  /** Milliseconds without progress until the file counts as `timed_out`. */
  timeLimitMs?: number;
  /** Milliseconds for all of the file until it counts as `timed_out`. */
  wholeTimeLimitMs?: number;
}

/**
 * Sends a request and waits for the answer, the end of the process, a time limit or the signal.
 * After any failure the process may still be at work: whoever lent it kills it.
 * @throws DocumentError saying why the file cannot be opened; the signal's reason when aborted
 */
export function askParseProcess(
  child: ChildProcess,
  request: ChildRequest,
  { onProgress, onPeak, signal, ...times }: AskOptions,
): Promise<ChildResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildResult>();
  const timeOut = () => reject(new DocumentError('timed_out'));
  const stall = setTimeout(timeOut, times.timeLimitMs ?? limits.parseMs);
  const whole = setTimeout(timeOut, times.wholeTimeLimitMs ?? limits.documentMs);
  const onMessage = (message: unknown) => {
    const { data: reply, error } = childReplySchema.safeParse(message);
    if (!reply) reject(new DocumentError('internal', { cause: error }));
    else if (reply.type === 'progress') {
      stall.refresh();
      onProgress?.(reply.done, reply.total);
    } else if (reply.type === 'peak') onPeak?.(reply.bytes);
    else if (reply.type === 'refused') {
      reject(new DocumentError(reply.failure, { cause: reply.detail }));
    } else resolve(reply);
  };
  const onExit = (code: number | null, exitSignal: string | null) =>
    reject(new DocumentError(failureOfExit(exitSignal), { cause: `exit ${exitSignal ?? code}` }));
  const onAbort = () => reject(signal?.reason);
  child.on('message', onMessage);
  child.once('exit', onExit);
  child.once('error', reject);
  signal?.addEventListener('abort', onAbort, { once: true });
  child.send(request);
  return promise.finally(() => {
    clearTimeout(stall);
    clearTimeout(whole);
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
