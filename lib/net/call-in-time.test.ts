import { expect, test } from 'vitest';
import { callInTime } from './call-in-time';

const never = () => new Promise<never>(() => undefined);

test('a service that does not answer is given up when its time is over, and told so', async () => {
  let heard: AbortSignal | undefined;
  const call = (signal: AbortSignal) => {
    heard = signal;
    return never();
  };
  await expect(callInTime('slow', 20, call)).rejects.toThrow('20ms');
  expect(heard?.aborted).toBe(true);
});

test('after three failures in a row it is left alone, and others are not', async () => {
  let calls = 0;
  const call = async () => {
    calls += 1;
    throw new Error('down');
  };
  for (let n = 0; n < 5; n += 1) await expect(callInTime('down', 1_000, call)).rejects.toThrow();
  expect(calls).toBe(3);
  expect(await callInTime('up', 1_000, async () => 'here')).toBe('here');
});

test('failures with answers between them do not count together', async () => {
  let calls = 0;
  const call = async () => {
    calls += 1;
    if (calls % 3 === 0) return 'here';
    throw new Error('down');
  };
  for (let n = 0; n < 9; n += 1) await callInTime('wavering', 1_000, call).catch(() => undefined);
  expect(calls).toBe(9);
});
