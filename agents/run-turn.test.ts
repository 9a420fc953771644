import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { turns } from '@/drizzle/schema/conversations';
import type { Principal } from '@/lib/auth/principal';
import { toGuest } from '@/lib/auth/to-principal';
import { db } from '@/lib/db/client';
import { changeOwner, findConversation } from '@/lib/db/conversations/conversations';
import { listMessages } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import {
  adoptAbandonedTurns,
  createTurn,
  findOpenTurn,
  type Turn,
} from '@/lib/db/conversations/turns';
import { newId } from '@/lib/ids';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { continueTurn, startTurn } from './run-turn';
import { acceptMessage } from './turns/accept-message';
import { recoverTurns } from './turns/recover-turns';

const guest = (): Principal => toGuest(newId(), 'en');

async function ask(principal: Principal, conversationId: string, text: string, id = newId()) {
  const turn = await startTurn({ principal, conversationId, message: { id, text } });
  return await turn.result;
}

/** Makes a turn that of a process which no longer exists. */
async function killProcessOf(turn: Turn | null, attempt = 1): Promise<void> {
  const change = { processKey: 1, attempt };
  await db()
    .update(turns)
    .set(change)
    .where(eq(turns.id, turn?.id ?? ''));
}

beforeAll(async () => {
  await addIndexedDocument({
    title: 'Returns policy',
    texts: [
      'Our shop opened in 2009 and sells kettles.',
      'Customers may return a product within 30 days of delivery.',
      'The warranty on every kettle lasts two years.',
    ],
  });
  await addIndexedDocument({
    title: 'Staff handbook',
    visibility: 'staff',
    texts: ['The supplier discount for kettles is 41 percent.'],
  });
});

describe('a guest', () => {
  test('is answered from a document, cited to the page, and every step is kept', async () => {
    const conversationId = randomUUID();
    const question = 'How many days do I have to return a product?';
    const result = await ask(guest(), conversationId, question);
    expect(result).toMatchObject({ state: 'completed', agent: 'support', escalated: false });
    expect(result.answer).toContain('30 days');
    expect(result.citations[0]).toMatchObject({ n: 1, document: 'Returns policy', page: 2 });
    const messages = await listMessages(conversationId);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    const steps = await listSteps(result.turnId ?? '');
    expect(steps.map(({ kind }) => kind)).toEqual(['route', 'retrieval', 'model']);
  });

  test('is told that nothing was found, and learns nothing of what staff may read', async () => {
    const conversationId = randomUUID();
    const result = await ask(guest(), conversationId, 'What is the supplier discount for kettles?');
    expect(result.answer).not.toContain('41');
    expect(JSON.stringify(await listSteps(result.turnId ?? ''))).not.toContain('handbook');
  });

  test('gets a person when nothing was found twice, and the AI is silent from then on', async () => {
    const principal = guest();
    const conversationId = randomUUID();
    await ask(principal, conversationId, 'What is the capital of Mongolia?');
    const second = await ask(principal, conversationId, 'And who discovered penicillin?');
    expect(second).toMatchObject({ state: 'handed-off', escalated: true });
    const third = await ask(principal, conversationId, 'How long is the warranty?');
    expect(third).toMatchObject({ state: 'silent', answer: '' });
    expect((await findConversation(conversationId))?.ownerKind).toBe('queue');
  });

  test('gets a person by saying yes to the offer of one', async () => {
    const principal = guest();
    const conversationId = randomUUID();
    await ask(principal, conversationId, 'What is the capital of Mongolia?');
    expect(await ask(principal, conversationId, 'Yes, please')).toMatchObject({ escalated: true });
  });

  test.each(['I want to talk to a human', '转人工'])('gets a person for «%s»', async (words) => {
    const result = await ask(guest(), randomUUID(), words);
    expect(result).toMatchObject({ state: 'handed-off', escalated: true });
  });

  test.each([
    "This is the third time I'm complaining, I am really angry",
    '东西又坏了，我要投诉！',
  ])('who complains gets a person at once: «%s»', async (words) => {
    const result = await ask(guest(), randomUUID(), words);
    expect(result).toMatchObject({ state: 'handed-off', escalated: true });
    const steps = await listSteps(result.turnId ?? '');
    expect(steps).toMatchObject([
      { kind: 'guard', detail: { verdict: 'complaint' } },
      { kind: 'escalation', name: 'complaint' },
    ]);
  });

  test('who sends the same message again is answered once', async () => {
    const principal = guest();
    const conversationId = randomUUID();
    await ask(principal, conversationId, 'How long is the warranty?', 'same');
    await ask(principal, conversationId, 'How long is the warranty?', 'same');
    expect(await listMessages(conversationId)).toHaveLength(2);
  });

  test('cannot write into the conversation of another', async () => {
    const conversationId = randomUUID();
    await ask(guest(), conversationId, 'Hello');
    const intrusion = ask(guest(), conversationId, 'Hello');
    await expect(intrusion).rejects.toMatchObject({ code: 'not_found' });
    expect(await listMessages(conversationId)).toHaveLength(2);
  });
});

test('a turn whose process is gone is taken over, and answered once', async () => {
  const principal = guest();
  const conversationId = randomUUID();
  const text = 'How many days do I have to return a product?';
  const { turn } = await acceptMessage({ principal, conversationId, message: { id: 'm', text } });
  expect(turn).not.toBeNull();
  await killProcessOf(turn);
  await recoverTurns();
  await expect
    .poll(async () => (await listMessages(conversationId)).map(({ role }) => role))
    .toEqual(['user', 'assistant']);
  await expect(adoptAbandonedTurns([])).resolves.toEqual([]);
});

test('a turn that was just begun is left to the process that began it', async () => {
  const conversationId = randomUUID();
  const message = { id: 'm', text: 'Hello' };
  await acceptMessage({ principal: guest(), conversationId, message });
  await expect(adoptAbandonedTurns([])).resolves.toEqual([]);
});

test('a turn that took down every process that tried is given up, and the person is told', async () => {
  const conversationId = randomUUID();
  const message = { id: 'm', text: 'Hello' };
  const { turn } = await acceptMessage({ principal: guest(), conversationId, message });
  await killProcessOf(turn, 3);
  await recoverTurns();
  const answer = (await listMessages(conversationId)).at(-1);
  expect(answer?.parts).toMatchObject([{ data: { code: 'failed' } }]);
  expect(await findOpenTurn(db(), conversationId)).toBeNull();
});

test('a conversation has one open turn at most', async () => {
  const conversationId = randomUUID();
  const message = { id: 'm', text: 'Hello' };
  await acceptMessage({ principal: guest(), conversationId, message });
  const second = { id: newId(), conversationId, userMessageId: 'm', answerId: newId() };
  await expect(db().transaction((tx) => createTurn(tx, second))).rejects.toThrow();
});

test('the AI says nothing once a person has taken the conversation, even if it was already writing', async () => {
  const principal = guest();
  const conversationId = randomUUID();
  const text = 'How long is the warranty?';
  const { turn } = await acceptMessage({ principal, conversationId, message: { id: 'm', text } });
  await db().transaction((tx) =>
    changeOwner(tx, { conversationId, owner: { kind: 'operator', id: 'ana' } }),
  );
  const handle = turn && (await continueTurn(turn));
  expect(await handle?.result).toMatchObject({ state: 'handed-off' });
  expect((await listMessages(conversationId)).map(({ role }) => role)).toEqual(['user']);
});
