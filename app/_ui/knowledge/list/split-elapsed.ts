/** A length of time, given in milliseconds, in its two largest units; below a second it is zero. */
export function splitElapsed(ms: number): { unit: 'hour' | 'minute' | 'second'; value: number }[] {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    { unit: 'hour', value: Math.floor(seconds / 3600) },
    { unit: 'minute', value: Math.floor(seconds / 60) % 60 },
    { unit: 'second', value: seconds % 60 },
  ] as const;
  const first = parts.findIndex(({ value }) => value > 0);
  return first === -1 ? parts.slice(-1) : parts.slice(first, first + 2);
}
