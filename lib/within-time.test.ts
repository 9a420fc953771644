import { expect, test } from 'vitest';
import { TimeOver, withinTime } from './within-time';

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });

test('work that is done in time gives what it gives', async () => {
  expect(await withinTime(60_000, undefined, async () => 'done')).toBe('done');
});

test('work that takes too long is aborted, and the error says that it was the time', async () => {
  await expect(withinTime(1, undefined, untilAborted)).rejects.toBeInstanceOf(TimeOver);
});

test('work that its caller gives up, or that fails by itself, ends with its own error', async () => {
  const caller = new AbortController();
  const given = withinTime(60_000, caller.signal, untilAborted);
  caller.abort();
  await expect(given).rejects.toThrow('aborted');
  const failing = withinTime(60_000, caller.signal, async () => Promise.reject(new Error('own')));
  await expect(failing).rejects.toThrow('own');
});
