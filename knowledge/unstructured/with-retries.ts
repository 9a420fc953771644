import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/lib/log';
import { DocumentError } from '../parsers/document-error';
import { toCallFault } from './call-fault';
import { ReaderUnavailableError } from './reader-unavailable-error';
import type { UnstructuredServer } from './unstructured-server';

const attempts = 4;
/** Longest pause between attempts, whatever the service asks for. */
const longestPauseMs = 15_000;

/**
 * Makes a call to the service, again while it is busy or out of reach, within a deadline for all
 * attempts together. What the client says of a fault is not passed on, for it may hold the key.
 * @throws ReaderUnavailableError when the service does not serve; DocumentError when it refuses
 * this document; the signal's reason when aborted
 */
export async function withRetries<T>(
  call: (signal: AbortSignal) => Promise<T>,
  { deadlineMs, firstDelayMs }: UnstructuredServer,
  signal?: AbortSignal,
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  let pauseMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (pauseMs > 0) await pause(pauseMs, undefined, { signal: either });
      return await call(either);
    } catch (cause) {
      signal?.throwIfAborted();
      const { error, isPassing, retryAfterMs } = toCallFault(cause);
      const fault = deadline.aborted ? new ReaderUnavailableError('timeout') : error;
      const isLast = deadline.aborted || !isPassing || attempt === attempts;
      log().warn({ event: 'reader-fault', reason: nameOf(fault), attempt, isLast });
      if (isLast) throw fault;
      pauseMs = Math.min(longestPauseMs, Math.max(growing(attempt, firstDelayMs), retryAfterMs));
    }
  }
}

/** Twice as long each time, and by chance up to half less, so that many callers spread. */
function growing(attempt: number, firstDelayMs: number): number {
  return firstDelayMs * 2 ** (attempt - 1) * (1 - Math.random() / 2);
}

function nameOf(fault: DocumentError | ReaderUnavailableError): string {
  return fault instanceof DocumentError ? fault.failure : fault.reason;
}
