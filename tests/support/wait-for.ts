const intervalMs = 50;

/**
 * Asks again and again until the answer is neither null, undefined nor false.
 * @throws Error naming `what` when it does not come within `limitMs`.
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T> | T,
  limitMs = 60_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, null | undefined | false>;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
  throw new Error(`Waited ${limitMs} ms in vain: ${what}`);
}
