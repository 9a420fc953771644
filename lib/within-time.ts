/** The time that some work was given is over. */
export class TimeOver extends Error {
  override name = 'TimeOver';
}

/**
 * Gives work a signal that aborts with the caller's, or when the time is over. Unlike
 * `AbortSignal.timeout` it lets go of everything once the work is done: Node keeps such a signal,
 * and what listens to it, until its time has come.
 * @param ms milliseconds
 * @throws TimeOver when the work ends with an error after its time was over
 */
export async function withinTime<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ms);
  try {
    return await work(AbortSignal.any(signal ? [signal, limit.signal] : [limit.signal]));
  } catch (error) {
    if (!limit.signal.aborted || signal?.aborted) throw error;
    throw new TimeOver('the time is over', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
