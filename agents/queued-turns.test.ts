import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { turns } from '@/drizzle/schema/conversations';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { toGuest } from '@/lib/auth/to-principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { changeOwner } from '@/lib/db/conversations/conversations';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { queueLimit } from '@/lib/db/conversations/queued-messages';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { takeBackMessage } from '@/lib/operations/take-back-message';
import { maxMessageLength } from '@/lib/shared/chat';
import { readAnswer, textOf } from '@/tests/support/chat-client';
import { demoPerson } from '@/tests/support/demo-person';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { startTurn } from './run-turn';
import { acceptMessage } from './turns/accept-message';
import { recoverTurns } from './turns/recover-turns';
import { sendNow } from './turns/send-now';
import type { TurnHandle } from './turns/turn-handle';

let model: ModelServer;
let demo: DemoServer;
let customer: Principal;
let script: Script;
/** Opened by a test when the answer to its first message may go on. */
let gate: PromiseWithResolvers<void>;

beforeAll(async () => {
  model = await startModelServer((request, index) =>
    isAnswering(request) ? script(request, index) : { text: 'No.' },
  );
  Object.assign(process.env, model.env);
  demo = await startDemoServer();
  reachDemoApiAt(demo.port);
  customer = await demoPerson('customer');
  await seedDemoCompany(db());
});
beforeEach(() => {
  model.requests.length = 0;
  gate = Promise.withResolvers();
});
afterAll(async () => {
  await demo.stop();
  await model.close();
});

type Request = Parameters<Script>[0];
/** Not those that route a message or complete a question. */
const isAnswering = ({ tools }: Request) => (tools?.length ?? 0) > 1;
const answered = () => model.requests.filter(isAnswering);
const lastWords = ({ messages }: Request) =>
  String(messages.findLast(({ role }) => role === 'user')?.content);
const hasResult = ({ messages }: Request) => messages.at(-1)?.role === 'tool';

/** Says a sentence, looks something up, and waits at the gate: that cannot begin anew. */
const slowly: Script = (request) => {
  if (!lastWords(request).includes('slowly')) return { text: 'All of it.' };
  if (hasResult(request)) return { text: 'Here it is.', hold: { after: 0, until: gate.promise } };
  return {
    text: 'One moment.',
    toolCalls: [{ name: 'search_knowledge', args: { query: 'kettles' } }],
  };
};

const slow = { role: 'user', content: 'slowly' };

/** A conversation in which the answer to the first message is held back. */
function chat(principal: Principal = toGuest(newId(), 'en')) {
  const conversationId = randomUUID();
  const ids: string[] = [];
  const send = (text: string, id = newId()): Promise<TurnHandle> => {
    ids.push(id);
    return startTurn({ principal, conversationId, message: { id, text } });
  };
  const stored = () => listMessages(conversationId);
  return { principal, conversationId, ids, send, stored };
}

async function words(conversationId: string): Promise<string[]> {
  return (await listMessages(conversationId)).map((row) =>
    storedParts(row)
      .flatMap((part) => (part.type === 'text' ? [part.text] : []))
      .join(' '),
  );
}

const untilAsked = (times: number) =>
  expect.poll(() => answered().length, { interval: 5 }).toBe(times);
const turnsOf = (conversationId: string) =>
  db().select().from(turns).where(eq(turns.conversationId, conversationId));
const read = async (handle: TurnHandle) => await readAnswer(new Response(handle.read()));

describe('what a person writes while an answer is being written', () => {
  test('waits for its end, and one turn answers all of it', async () => {
    script = slowly;
    const { conversationId, send, stored } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const [second, third] = [await send('And this?'), await send('And that?')];
    expect((await stored()).map(({ isQueued }) => isQueued)).toEqual([false, true, true]);
    gate.resolve();
    const [before, one, other] = await Promise.all([first.result, second.result, third.result]);
    expect(before).toMatchObject({ state: 'completed', answer: 'One moment.\n\nHere it is.' });
    expect([one.answer, other.turnId]).toEqual(['All of it.', one.turnId]);
    expect(await words(conversationId)).toEqual([
      'Answer slowly',
      'One moment. Here it is.',
      'And this?',
      'And that?',
      'All of it.',
    ]);
    expect(answered()).toHaveLength(3);
    expect(answered().map(lastWords).at(-1)).toBe('And this?\n\nAnd that?');
    expect(textOf(await read(second))).toBe('All of it.');
  });

  test('can be taken back by its author alone, until it is taken up', async () => {
    script = slowly;
    const { principal, conversationId, ids, send } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const second = await send('And this?');
    const [, id = ''] = ids;
    const stranger = takeBackMessage(toGuest(newId(), 'en'), conversationId, id);
    await expect(stranger).rejects.toMatchObject({ code: 'not_found' });
    await takeBackMessage(principal, conversationId, id);
    expect(await second.result).toMatchObject({ state: 'silent' });
    gate.resolve();
    await first.result;
    expect(await words(conversationId)).toEqual(['Answer slowly', 'One moment. Here it is.']);
    const tooLate = takeBackMessage(principal, conversationId, ids[0] ?? '');
    await expect(tooLate).rejects.toMatchObject({ code: 'message_taken' });
  });

  test('can be sent at once: what was written is kept, and the message is answered', async () => {
    script = slowly;
    const { principal, conversationId, ids, send, stored } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const second = await send('Rather this');
    await expect(sendNow(toGuest(newId(), 'en'), conversationId, ids[1] ?? '')).rejects.toThrow();
    await sendNow(principal, conversationId, ids[1] ?? '');
    expect(await first.result).toMatchObject({ state: 'stopped', answer: 'One moment.' });
    expect(await second.result).toMatchObject({ state: 'completed', answer: 'All of it.' });
    // Asked for once more, when it is answered already: nothing happens.
    await sendNow(principal, conversationId, ids[1] ?? '');
    expect((await stored()).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
  });

  test('goes to the person who takes the conversation, and the AI says nothing', async () => {
    script = slowly;
    const { conversationId, send, stored } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const second = await send('Anyone?');
    await db().transaction((tx) =>
      changeOwner(tx, { conversationId, owner: { kind: 'operator', id: 'ana' } }),
    );
    const results = await Promise.all([first.result, second.result]);
    expect(results.map(({ state }) => state)).toEqual(['handed-off', 'silent']);
    expect((await stored()).map(({ role, isQueued }) => [role, isQueued])).toEqual([
      ['user', false],
      ['user', false],
    ]);
  });

  test('is refused with a sentence when too much of it waits', async () => {
    script = slowly;
    const { principal, conversationId, send, stored } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const waiting: TurnHandle[] = [];
    for (let index = 0; index < queueLimit; index += 1) waiting.push(await send(`And ${index}?`));
    await expect(send('One too many')).rejects.toMatchObject({ code: 'queue_full', status: 429 });
    expect(await stored()).toHaveLength(1 + queueLimit);
    await sendNow(principal, conversationId, (await stored()).at(-1)?.id ?? '');
    await Promise.all([first, ...waiting].map(({ result }) => result));
    expect(await turnsOf(conversationId)).toHaveLength(2);
  });

  test('is as long as one message at most, in however many pieces it is sent', async () => {
    script = slowly;
    const { principal, conversationId, send, stored } = chat();
    const first = await send('Answer slowly');
    await untilAsked(2);
    const second = await send('x'.repeat(maxMessageLength - 10));
    await expect(send('And one more of them')).rejects.toMatchObject({ code: 'queue_full' });
    expect(await stored()).toHaveLength(2);
    await sendNow(principal, conversationId, (await stored()).at(-1)?.id ?? '');
    await Promise.all([first.result, second.result]);
  });

  test('is no answer to a question for consent that came after it; writing again declines that', async () => {
    script = (request) => {
      if (!lastWords(request).includes('crackles')) return { text: 'All of it.' };
      if (!hasResult(request)) return slowly({ ...request, messages: [slow] }, 0);
      const args = { order_id: 'SO-10421', reason: 'the sound crackles' };
      const call = { name: 'request_return', args };
      return { text: 'Shall I?', toolCalls: [call], hold: { after: 0, until: gate.promise } };
    };
    const { conversationId, send, stored } = chat(customer);
    const first = await send('I want to return SO-10421, the sound crackles');
    await untilAsked(2);
    const second = await send('Yes');
    gate.resolve();
    const { state, actions } = await first.result;
    expect([state, actions[0]?.state]).toEqual(['awaiting-approval', 'proposed']);
    expect((await stored()).filter(({ isQueued }) => isQueued)).toHaveLength(1);
    const third = await send('What is the warranty?');
    expect(await third.result).toMatchObject({ state: 'completed', answer: 'All of it.' });
    expect(await second.result).toMatchObject({ answer: 'All of it.' });
    expect((await turnsOf(conversationId)).map((turn) => turn.state)).toEqual([
      'stopped',
      'completed',
    ]);
    expect((await words(conversationId)).slice(-3)).toEqual([
      'Yes',
      'What is the warranty?',
      'All of it.',
    ]);
  });
});

describe('several messages in a row', () => {
  test('are one turn and one answer, and what was already written is taken back', async () => {
    const held: Script = (request) =>
      lastWords(request).includes('three')
        ? { text: 'All three.' }
        : { text: 'Only one of them.', hold: { after: 3, until: gate.promise } };
    script = held;
    const { conversationId, send } = chat();
    const first = await send('one');
    const decoder = new TextDecoder();
    const body = first.read().getReader();
    let seen = '';
    while (!seen.includes('Only')) seen += decoder.decode((await body.read()).value);
    const [second, third] = [await send('two'), await send('three')];
    const results = await Promise.all([first.result, second.result, third.result]);
    gate.resolve();
    expect(new Set(results.map(({ turnId }) => turnId)).size).toBe(1);
    expect(results[0]).toMatchObject({ state: 'completed', answer: 'All three.' });
    expect(await words(conversationId)).toEqual(['one', 'two', 'three', 'All three.']);
    expect(await turnsOf(conversationId)).toHaveLength(1);
    for (let piece = await body.read(); !piece.done; piece = await body.read())
      seen += decoder.decode(piece.value);
    expect(seen).toContain('data-superseded');
    expect(seen).not.toContain('All three');
    expect(textOf(await read(third))).toBe('All three.');
  });

  test('are together no longer than one message may be: the rest waits', async () => {
    script = (request) =>
      lastWords(request).startsWith('x')
        ? { text: 'The first.', hold: { after: 1, until: gate.promise } }
        : { text: 'The rest.' };
    const { send } = chat();
    const first = await send('x'.repeat(maxMessageLength - 10));
    const second = await send('And one more of them');
    gate.resolve();
    expect(await first.result).toMatchObject({ answer: 'The first.' });
    expect(await second.result).toMatchObject({ answer: 'The rest.' });
  });

  test('sent at the same moment are one turn, on whose stream each of them can be followed', async () => {
    script = (request) =>
      lastWords(request).split('\n\n').length === 3
        ? { text: 'All three.' }
        : { text: 'Too early.', hold: { after: 0, until: gate.promise } };
    const { conversationId, send } = chat();
    const handles = await Promise.all(['one', 'two', 'three'].map((text) => send(text)));
    const answers = await Promise.all(handles.map(read));
    gate.resolve();
    expect(answers.map(textOf)).toEqual(Array(3).fill('All three.'));
    expect(await turnsOf(conversationId)).toHaveLength(1);
  });
});

test('a message sent again is followed to the answer that it has', async () => {
  script = () => ({ text: 'Once.' });
  const { send, stored } = chat();
  await (await send('Hello', 'same')).result;
  expect(textOf(await read(await send('Hello', 'same')))).toBe('Once.');
  expect(await stored()).toHaveLength(2);
  expect(answered()).toHaveLength(1);
});

test('what waited when the process was killed is answered once, after the answer before it', async () => {
  script = slowly;
  gate.resolve();
  const { principal, conversationId } = chat();
  const accept = (text: string) =>
    acceptMessage({ principal, conversationId, message: { id: newId(), text } });
  const { turn } = await accept('Answer slowly');
  expect(await accept('And this?')).toMatchObject({ turn: null, isElsewhere: true });
  await db()
    .update(turns)
    .set({ processKey: 1 })
    .where(eq(turns.id, turn?.id ?? ''));
  await Promise.all([recoverTurns(), recoverTurns()]);
  await expect
    .poll(() => words(conversationId))
    .toEqual(['Answer slowly', 'One moment. Here it is.', 'And this?', 'All of it.']);
  expect(await turnsOf(conversationId)).toHaveLength(2);
});
