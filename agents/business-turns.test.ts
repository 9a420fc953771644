import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoAppointments, demoReturns } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { demoPerson } from '@/tests/support/demo-person';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { guest } from '@/tests/support/principals';
import { startTurn } from './run-turn';
import { recoverTurns } from './turns/recover-turns';
import { resumeTurn } from './turns/resume-turn';

let server: DemoServer;
let customer: Principal;

beforeAll(async () => {
  server = await startDemoServer();
  reachDemoApiAt(server.port);
  customer = await demoPerson('customer');
  await seedDemoCompany(db());
});

beforeEach(async () => {
  await db().delete(demoReturns);
  await db().delete(demoAppointments);
});

afterAll(() => server.stop());

async function say(text: string, conversationId: string = randomUUID(), principal = customer) {
  const turn = await startTurn({ principal, conversationId, message: { id: newId(), text } });
  return turn.result;
}

async function decide(actionId: string | undefined, decision: 'approve' | 'decline') {
  const { turnId } = await decideAction({
    principal: customer,
    actionId: actionId ?? '',
    decision,
  });
  const handle = await resumeTurn(turnId);
  return handle?.result;
}

test.each([
  ['Where is my order SO-10436?', 'support', ['SO-10436', 'SP1043601SG']],
  ['我的订单SO-10436到哪里了？', 'support', ['SO-10436', '运单号 SP1043601SG']],
  ['Is invoice INV-2026-0017 paid?', 'finance', ['SGD 140.00', 'overdue']],
  ['发票 INV-2026-0042 的款付了吗', 'finance', ['INV-2026-0042', '没有未付款项']],
  ['Is the bill for the mesh network at home paid?', 'finance', ['INV-2026-0017', 'overdue']],
  ['充电器那张发票付清了吗？', 'finance', ['INV-2026-0035']],
  ['Where is the keyboard I ordered?', 'support', ['SO-10436']],
  ['What times are free for a repair next Monday?', 'scheduling', ['Repair desk', '10:00']],
])('a customer who asks «%s» is told by %s', async (text, agent, facts) => {
  const result = await say(text);
  expect(result).toMatchObject({ state: 'completed', agent });
  for (const fact of facts) expect(result.answer).toContain(fact);
});

test.each([
  ['Where is order SO-10436 and SO-10421?', 'SO-10436', 'SO-10421'],
  ['我的订单SO-10436到哪里了？另外SO-10421呢', 'SO-10436', 'SO-10421'],
  ['Is invoice INV-2026-0017 paid, and can I see INV-2026-0042?', 'INV-2026-0017', 'INV-2026-0042'],
  ['Hi where is my parcel now and also is INV-2026-0017 paid?', 'SO-10440', 'INV-2026-0017'],
])('two requests to one specialist are both served: «%s»', async (text, first, second) => {
  const { answer } = await say(text);
  expect(answer.indexOf(first)).toBeGreaterThanOrEqual(0);
  expect(answer.indexOf(second)).toBeGreaterThan(answer.indexOf(first));
});

test.each([
  ['I want to return my headphones', 'the left side is silent', 'SO-10421'],
  ['我想把充电器退掉', '有划痕', 'SO-10398'],
])('whose order is known by what was bought is asked only why: «%s»', async (wish, why, order) => {
  const conversationId = randomUUID();
  const asked = await say(wish, conversationId);
  expect(asked.answer).toMatch(/What is the reason|原因是什么/);
  const { actions } = await say(why, conversationId);
  const fields = actions[0]?.fields.map(({ value }) => value);
  expect(fields).toEqual(expect.arrayContaining([order, why]));
});

test('who names nothing that was bought is asked for the order, with those that arrived', async () => {
  const { answer } = await say('I want to return something');
  expect(answer).toMatch(/SO-10421[\s\S]*Which order is it/);
  expect(answer).not.toContain('SO-10440');
});

test('a guest who asks for an order is asked to sign in', async () => {
  const result = await say('Where is my order SO-10436?', randomUUID(), guest);
  expect(result.answer).toContain('sign in');
  expect(result.answer).not.toContain('SP10436');
});

test('a customer returns an item: asked what is missing, shown a card, done after they confirm', async () => {
  const conversationId = randomUUID();
  await say('I want to return something from SO-10398 because it is broken', conversationId);
  const asked = await say('the charger', conversationId);
  expect(asked).toMatchObject({ state: 'awaiting-approval', actions: [{ state: 'proposed' }] });
  expect(asked.actions[0]?.fields.map(({ value }) => value)).toContain(
    '1 × Surge 65 W USB-C charger',
  );
  const done = await decide(asked.actions[0]?.actionId, 'approve');
  const [stored] = await db().select().from(demoReturns);
  expect(done).toMatchObject({ state: 'completed', actions: [{ state: 'done' }] });
  expect(done?.answer).toContain(stored?.id);
  const last = (await listMessages(conversationId)).at(-1);
  expect(last && storedParts(last)).toMatchObject([
    { type: 'data-action', data: { state: 'done' } },
    { type: 'text', text: expect.stringContaining(String(stored?.id)) },
  ]);
});

test('a customer books a time in Chinese, and declines another', async () => {
  const asked = await say('帮我预约下周三上午10点维修');
  expect(asked.actions[0]).toMatchObject({ title: '预约', state: 'proposed' });
  const done = await decide(asked.actions[0]?.actionId, 'approve');
  expect(done?.answer).toContain('预约成功');
  const other = await say('Book a repair appointment for next Wednesday at 11:00');
  const declined = await decide(other.actions[0]?.actionId, 'decline');
  expect(declined?.answer).toContain('not done anything');
  expect(await db().select().from(demoAppointments)).toHaveLength(1);
});

test('a turn that was decided just before its process was killed goes on by itself', async () => {
  const conversationId = randomUUID();
  const asked = await say('I want to return SO-10421 because the sound crackles', conversationId);
  const actionId = asked.actions[0]?.actionId ?? '';
  await decideAction({ principal: customer, actionId, decision: 'approve' });
  await recoverTurns();
  await expect.poll(() => db().select().from(demoReturns)).toHaveLength(1);
  await expect
    .poll(async () => JSON.stringify((await listMessages(conversationId)).at(-1)?.parts))
    .toContain('RT-');
  await recoverTurns();
  expect(await db().select().from(demoReturns)).toHaveLength(1);
});

test('a customer who writes something else instead of confirming has declined', async () => {
  const conversationId = randomUUID();
  await say('I want to return SO-10421 because the sound crackles', conversationId);
  await say('Where is my order SO-10436?', conversationId);
  expect(await db().select().from(demoReturns)).toEqual([]);
  const parts = (await listMessages(conversationId)).flatMap(storedParts);
  expect(parts.find((part) => part.type === 'data-action')?.data.state).toBe('declined');
});

describe('a customer with two requests in one message', () => {
  const both = 'Where is my order SO-10436? And is invoice INV-2026-0017 paid?';

  test('has both answered, in order, in one message', async () => {
    const conversationId = randomUUID();
    const result = await say(both, conversationId);
    expect(result).toMatchObject({ state: 'completed', agent: 'finance' });
    expect(result.answer).toMatch(/SP1043601SG[\s\S]*SGD 140\.00/);
    expect(await listMessages(conversationId)).toHaveLength(2);
    const steps = await listSteps(result.turnId ?? '');
    expect(steps.filter(({ kind }) => kind === 'route')).toMatchObject([
      { detail: { to: 'support', task: 'Where is my order SO-10436' } },
      { detail: { to: 'finance', task: 'is invoice INV-2026-0017 paid?' } },
    ]);
  });

  test('has them answered in Chinese too', async () => {
    const result = await say('我的订单SO-10436到哪里了？另外发票INV-2026-0017付了吗？');
    expect(result.answer).toMatch(/SP1043601SG[\s\S]*140\.00/);
  });

  test.each([
    ['approve', 1],
    ['decline', 0],
  ] as const)('decides about the first (%s), then has the second', async (decision, returns) => {
    const conversationId = randomUUID();
    const asked = await say(
      'I want to return SO-10421 because the sound crackles, and is invoice INV-2026-0017 paid?',
      conversationId,
    );
    expect(asked).toMatchObject({ state: 'awaiting-approval', actions: [{ state: 'proposed' }] });
    expect(asked.answer).not.toContain('140.00');
    const done = await decide(asked.actions[0]?.actionId, decision);
    expect(done).toMatchObject({ state: 'completed', agent: 'finance' });
    expect(done?.answer).toContain('SGD 140.00');
    expect(done?.answer.match(/140\.00 has been overdue/g)).toHaveLength(1);
    expect(await db().select().from(demoReturns)).toHaveLength(returns);
    expect(await listMessages(conversationId)).toHaveLength(2);
  });
});

test('passages of two tasks are numbered on, and each answer cites its own', async () => {
  await addIndexedDocument({
    title: 'Parcel rules',
    texts: ['A lost parcel is searched for during 10 working days.'],
  });
  await addIndexedDocument({
    title: 'Invoice rules',
    texts: ['A corrected invoice can be requested within 60 days.'],
  });
  const result = await say(
    'How long do you search for a lost parcel? And by when can I ask for a corrected invoice?',
  );
  expect(result.answer).toMatch(/10 working days\. \[1\][\s\S]*within 60 days\. \[2\]/);
  expect(result.citations).toMatchObject([
    { n: 1, document: 'Parcel rules' },
    { n: 2, document: 'Invoice rules' },
  ]);
});
