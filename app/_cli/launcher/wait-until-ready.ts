import { setTimeout } from 'node:timers/promises';

/**
 * Asks `/api/ready` until every part of the desk serves.
 * @throws Error naming the part that does not, after `limitMs`.
 */
export async function waitUntilReady(
  url: string,
  limitMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  let state = 'the web server does not answer';
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      state = await response.text();
    } catch (error) {
      // Not listening yet.
      state = error instanceof Error ? error.message : String(error);
    }
    await setTimeout(50);
  }
  throw new Error(state);
}
