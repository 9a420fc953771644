import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { startTurn } from '@/agents/run-turn';
import { toGuest } from '@/lib/auth/to-principal';
import { newId } from '@/lib/ids';

// The environment is read once, when it is first needed.
beforeAll(() => {
  process.env.MAX_TURNS = '2';
});

const ask = () =>
  startTurn({
    principal: toGuest(newId(), 'en'),
    conversationId: randomUUID(),
    message: { id: newId(), text: 'Hello' },
  });

test('of people who write at the same moment, those beyond the limit are told that it is busy', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 5 }, ask));
  const taken = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toEqual(Array(3).fill(expect.objectContaining({ code: 'busy', status: 503 })));
  await Promise.all(taken.map((turn) => turn.result));
  await expect((await ask()).result).resolves.toMatchObject({ state: 'completed' });
});
