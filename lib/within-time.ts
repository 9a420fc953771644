/**
 * Gives work a signal that aborts with the caller's, or when the time is over. Unlike
 * `AbortSignal.timeout` it lets go of everything once the work is done: Node keeps such a signal,
 * and what listens to it, until its time has come.
 * @param ms milliseconds
 */
export async function withinTime<T>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException('too slow', 'TimeoutError')), ms);
  try {
    return await work(AbortSignal.any([signal, limit.signal]));
  } finally {
    clearTimeout(timer);
  }
}
