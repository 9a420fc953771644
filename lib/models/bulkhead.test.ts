import { expect, test } from 'vitest';
import { Bulkhead } from './bulkhead';

test('calls beyond the places wait in turn, and too many are refused', async () => {
  const bulkhead = new Bulkhead(1);
  const leave = await bulkhead.enter(1_000);
  const second = bulkhead.enter(1_000);
  await expect(bulkhead.enter(1_000)).rejects.toMatchObject({ kind: 'limited' });
  leave();
  (await second)();
  (await bulkhead.enter(1_000))();
});

test('whoever gives up waiting leaves the place in the queue to others', async () => {
  const bulkhead = new Bulkhead(1);
  const leave = await bulkhead.enter(1_000);
  const stop = new AbortController();
  const stopped = bulkhead.enter(1_000, stop.signal);
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ kind: 'aborted' });
  await expect(bulkhead.enter(5)).rejects.toMatchObject({ kind: 'timeout' });
  const third = bulkhead.enter(1_000);
  leave();
  (await third)();
});
