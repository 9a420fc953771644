import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { turns } from '@/drizzle/schema/conversations';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { findActiveCase } from '@/lib/db/conversations/cases';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { demoPerson } from '@/tests/support/demo-person';
import { loyalty } from '@/tests/support/loyalty/agent';
import {
  type ModelRequest,
  type ModelServer,
  type Script,
  startModelServer,
} from '@/tests/support/model-server';
import { classifyRoute } from './builtin-model/classifier/classify-route';
import type { TurnLimits } from './limits/turn-limits';
import { specialists } from './registry';
import { startTurn } from './run-turn';
import { Team, workWith } from './team';
import { resumeTurn } from './turns/resume-turn';

let model: ModelServer;
let demo: DemoServer;
let customer: Principal;
let script: Script;
let registered: Team;

beforeAll(async () => {
  model = await startModelServer((request, index) => script(request, index));
  Object.assign(process.env, model.env);
  demo = await startDemoServer();
  reachDemoApiAt(demo.port);
  customer = await demoPerson('customer');
  await seedDemoCompany(db());
  registered = workWith(new Team([...specialists, loyalty]));
});
beforeEach(() => {
  model.requests.length = 0;
});
afterEach(() => {
  expect(model.refusals).toEqual([]);
  workWith(new Team([...specialists, loyalty]));
});
afterAll(async () => {
  workWith(registered);
  await demo.stop();
  await model.close();
});

async function say(text: string, conversationId: string = randomUUID()) {
  const message = { id: newId(), text };
  return await (await startTurn({ principal: customer, conversationId, message })).result;
}

/** Every specialist may take only so much. */
function limit(limits: Partial<TurnLimits>) {
  const [first, ...others] = [...specialists, loyalty].map((each) => ({ ...each, limits }));
  if (first) workWith(new Team([first, ...others]));
}

const systemOf = ({ messages }: ModelRequest) => String(messages[0]?.content);
const by = (request: ModelRequest) => /You are the (\w+) specialist/.exec(systemOf(request))?.[1];
const resultsIn = ({ messages }: ModelRequest) => messages.filter(({ role }) => role === 'tool');
const lastOf = ({ messages }: ModelRequest) => String(messages.at(-1)?.content);
const calls = (name: string, args: Record<string, unknown> = {}) => ({
  toolCalls: [{ name, args }],
});
/** Of sentences that could be anybody's, the one that routing is least sure of. */
function leastClear(): string {
  const things = ['parcel', 'invoice', 'appointment', 'return', 'payment', 'meeting', 'order'];
  const sentences = things.flatMap((one) => things.map((other) => `my ${one} ${other} thing`));
  const sure = (text: string) => classifyRoute(text).confidence;
  return sentences.reduce((least, text) => (sure(text) < sure(least) ? text : least));
}

const give = (to: string, task: string, facts: Record<string, unknown> = {}) =>
  calls('hand_over', { to, task, reason: 'not mine', urgency: 'high', facts });

async function stepsOf(turnId: string | null) {
  return await listSteps(turnId ?? '');
}

async function noticesOf(conversationId: string) {
  const last = (await listMessages(conversationId)).at(-1);
  return (last ? storedParts(last) : []).flatMap((part) =>
    part.type === 'data-notice' ? [part.data.code] : [],
  );
}

describe('a handoff from specialist to specialist', () => {
  test('carries the task and the facts, and the other answers in the same message', async () => {
    const task = 'Add the points for order SO-10436 to the card';
    script = (request) => {
      if (by(request) === 'support')
        return give('loyalty', task, { order_id: 'SO-10436', points: 3 });
      return { text: 'They are on your card now.' };
    };
    const result = await say('My order SO-10436 arrived but it was not counted');
    expect(result).toMatchObject({ state: 'completed', agent: 'loyalty' });
    expect(result.answer).toBe('They are on your card now.');
    const received = model.requests.find((request) => by(request) === 'loyalty');
    expect(received && systemOf(received)).toContain(`<task>${task}</task>`);
    expect(received && systemOf(received)).toContain('order_id: SO-10436; points: 3');
    expect(received && systemOf(received)).toContain('urgency high');
    expect(received?.messages).toHaveLength(2);
    const steps = await stepsOf(result.turnId);
    expect(steps.find(({ kind }) => kind === 'handoff')?.detail).toMatchObject({
      ...{ from: 'support', to: 'loyalty', task, urgency: 'high', isLoop: false },
      facts: { order_id: 'SO-10436', points: '3' },
    });
  });

  test.each([
    ['the same task comes back', () => 'Count the points'],
    ['it never ends', () => `Count the points ${newId()}`],
  ])('ends with a person when %s', async (_, taskOf) => {
    script = (request) => give(by(request) === 'support' ? 'loyalty' : 'support', taskOf());
    const conversationId = randomUUID();
    const result = await say('My order SO-10436 arrived but it was not counted', conversationId);
    expect(result).toMatchObject({ state: 'handed-off', escalated: true });
    expect(result.answer).toContain('colleague');
    expect(await noticesOf(conversationId)).toEqual(['nobody-fits', 'escalated']);
    expect(await findActiveCase(db(), conversationId)).toMatchObject({ category: 'turn-failed' });
    const given = (await stepsOf(result.turnId)).filter(({ kind }) => kind === 'handoff');
    expect(given.at(-1)?.detail).toMatchObject({ isLoop: true });
    expect(model.requests.length).toBeLessThan(6);
  });

  test('to somebody who does not exist is refused, and the specialist is told who does', async () => {
    script = (request) =>
      resultsIn(request).length === 0 ? give('sales', 'Sell it') : { text: 'I cannot do that.' };
    const result = await say('Where is my order SO-10436?');
    expect(result).toMatchObject({ state: 'completed', agent: 'support' });
    expect(lastOf(model.requests.at(-1) as ModelRequest)).toContain('loyalty');
  });
});

test('of two calls in one reply one waits for consent, and both are answered once', async () => {
  const item = { order_id: 'SO-10421', reason: 'the sound crackles' };
  script = (request) =>
    resultsIn(request).length === 0
      ? {
          toolCalls: [
            { name: 'get_order_status', args: { order_id: 'SO-10421' } },
            { name: 'request_return', args: item },
          ],
        }
      : { text: 'It is on its way.' };
  const conversationId = randomUUID();
  const paused = await say('I want to return SO-10421, the sound crackles', conversationId);
  expect(paused).toMatchObject({ state: 'awaiting-approval' });
  const actionId = paused.actions[0]?.actionId ?? '';
  const { turnId } = await decideAction({ principal: customer, actionId, decision: 'approve' });
  const done = await (await resumeTurn(turnId))?.result;
  expect(done).toMatchObject({ state: 'completed', answer: 'It is on its way.' });
  const results = resultsIn(model.requests.at(-1) as ModelRequest);
  expect(results.map(({ content }) => JSON.parse(String(content)).outcome)).toEqual(['ok', 'ok']);
  const lookUps = (await stepsOf(turnId)).filter(({ name }) => name === 'get_order_status');
  expect(lookUps).toHaveLength(1);
});

describe('a message with two requests', () => {
  test('is answered by both specialists, in order, in one message', async () => {
    script = (request) => ({ text: `${by(request)}: ${lastOf(request)}` });
    const conversationId = randomUUID();
    const result = await say(
      'Track my parcel SO-10431 and send me my latest invoice',
      conversationId,
    );
    expect(result.answer).toBe(
      'support: Track my parcel SO-10431\n\nfinance: send me my latest invoice',
    );
    expect((await listMessages(conversationId)).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
    ]);
  });

  test('is taken apart by the small model where the classifier is not sure, in one call', async () => {
    script = (request) =>
      systemOf(request).startsWith('Choose who')
        ? {
            text: JSON.stringify({
              tasks: [
                { to: 'finance', task: 'pay the bill', reason: 'a bill' },
                { to: 'scheduling', task: 'remind me on the 28th', reason: 'a date' },
              ],
            }),
          }
        : { text: `${by(request)}: ${lastOf(request)}` };
    const result = await say(leastClear());
    expect(result.answer).toBe('finance: pay the bill\n\nscheduling: remind me on the 28th');
    expect(model.requests).toHaveLength(3);
  });
});

describe('a model that calls tools without end', () => {
  test.each([
    [
      'one after the other',
      (index: number) =>
        calls('find_free_slots', { service: 'repair', from_date: `2027-01-${10 + index}` }),
      'too_many_steps',
    ],
    [
      'the same again and again',
      () => calls('find_free_slots', { service: 'repair' }),
      'too_many_tool_calls',
    ],
    [
      'that do not exist',
      (index: number) => calls(`magic ${index}`, { index }),
      'too_many_bad_calls',
    ],
    [
      'with arguments that are no JSON',
      () => ({ toolCalls: [{ name: 'get_points', args: {}, rawArgs: '{"a' }] }),
      'too_many_bad_calls',
    ],
    [
      'with arguments that do not fit',
      () => calls('get_order_status', { order_id: 7 }),
      'too_many_bad_calls',
    ],
  ])('%s is stopped, and a person is called', async (_, next, errorCode) => {
    script = (_request, index) => next(index);
    limit({ modelCalls: 8 });
    const conversationId = randomUUID();
    const result = await say('What times are free for a repair next Monday?', conversationId);
    expect(result).toMatchObject({ state: 'handed-off', escalated: true });
    expect(await noticesOf(conversationId)).toEqual(['too-many-steps', 'escalated']);
    const steps = await stepsOf(result.turnId);
    expect(steps.map(({ detail }) => detail)).toContainEqual({ verdict: errorCode });
    expect(model.requests.length).toBeLessThanOrEqual(8);
  });
});

describe('a turn that takes more than it may', () => {
  const patient = { hangAfter: 1, text: 'Let me see' };
  test.each([
    ['of time', { time: 150 }, patient, 'turn_timeout', 'too-slow'],
    [
      'of tokens',
      { tokens: 10 },
      calls('find_free_slots', { service: 'repair' }),
      'too_many_tokens',
      'too-large',
    ],
  ])(
    '%s says so, keeps the conversation, and can be asked again',
    async (_, limits, reply, errorCode, notice) => {
      limit(limits);
      script = () => reply;
      const conversationId = randomUUID();
      const result = await say('What times are free for a repair next Monday?', conversationId);
      expect(result).toMatchObject({ state: 'failed', escalated: false });
      expect(await noticesOf(conversationId)).toEqual([notice]);
      const [turn] = await db()
        .select()
        .from(turns)
        .where(eq(turns.id, result.turnId ?? ''));
      expect(turn?.errorCode).toBe(errorCode);

      workWith(new Team([...specialists, loyalty]));
      script = () => ({ text: 'At ten.' });
      expect(await say('And now?', conversationId)).toMatchObject({ state: 'completed' });
    },
  );

  test('keeps what it had answered before, and the rest is said to be missing', async () => {
    limit({ modelCalls: 1 });
    script = () => ({ text: 'It is on its way.' });
    const conversationId = randomUUID();
    const result = await say(
      'Track my parcel SO-10431 and send me my latest invoice',
      conversationId,
    );
    expect(result).toMatchObject({ state: 'handed-off', answer: 'It is on its way.' });
    expect(await noticesOf(conversationId)).toEqual(['too-many-steps', 'escalated']);
  });
});

test('a call that was made before is answered from memory', async () => {
  script = (request) => {
    const done = resultsIn(request).length;
    return done < 2 ? calls('find_free_slots', { service: 'repair' }) : { text: 'At ten.' };
  };
  const result = await say('What times are free for a repair next Monday?');
  expect(result).toMatchObject({ state: 'completed', answer: 'At ten.' });
  const [first, second] = resultsIn(model.requests.at(-1) as ModelRequest);
  expect(second?.content).toBe(first?.content);
  const tools = (await stepsOf(result.turnId)).filter(({ kind }) => kind === 'tool');
  expect(tools).toHaveLength(1);
});

test('a model that is told of a tool that does not exist, and of wrong arguments, mends its call', async () => {
  script = (request) => {
    const told = resultsIn(request).map(({ content }) => String(content));
    if (told.length === 0) return calls('find_slots');
    if (told.length === 1) return calls('find_free_slots', { service: 'haircut' });
    return told.length === 2
      ? calls('find_free_slots', { service: 'repair' })
      : { text: 'At ten.' };
  };
  const result = await say('What times are free for a repair next Monday?');
  expect(result).toMatchObject({ state: 'completed', answer: 'At ten.' });
  const told = resultsIn(model.requests.at(-1) as ModelRequest).map(({ content }) =>
    String(content),
  );
  expect(told[0]).toContain('find_free_slots');
  expect(told[1]).toContain('service');
  expect(told[2]).toContain('Repair desk');
});
