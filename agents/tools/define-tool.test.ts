import { randomUUID } from 'node:crypto';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { Command, isInterrupted } from '@langchain/langgraph';
import { eq, sql } from 'drizzle-orm';
import { createAgent } from 'langchain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AgentContext, agentContextSchema } from '@/agents/agent-context';
import { acceptMessage } from '@/agents/turns/accept-message';
import { PauseSaver } from '@/agents/turns/pause-saver';
import { actions } from '@/drizzle/schema/conversations';
import { demoAppointments, demoReturns } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import { askQuickly } from '@/tests/support/ask-quickly';
import { guest } from '@/tests/support/principals';
import { type ScriptedCall, ScriptedModel } from '@/tests/support/scripted-model';
import { bookAppointment } from './book-appointment';
import { findFreeSlots } from './find-free-slots';
import { requestReturn } from './request-return';
import { toActionCard } from './to-action-card';

let server: DemoServer;
let askAsUsual: () => void;

beforeAll(async () => {
  askAsUsual = askQuickly();
  server = await startDemoServer();
  reachDemoApiAt(server.port);
  await seedDemoCompany(db());
});

beforeEach(async () => {
  await db().delete(demoReturns);
  await db().delete(demoAppointments);
  await db().delete(actions);
});

afterAll(async () => {
  askAsUsual();
  await server.stop();
});

const customer: Principal = {
  kind: 'customer',
  id: 'customer-1',
  accountId: 'C-1001',
  roles: [],
  teamIds: [],
  locale: 'en',
};

const returnHeadphones: ScriptedCall = {
  name: 'request_return',
  args: { order_id: 'SO-10421', reason: 'They crackle' },
};
const returnCable: ScriptedCall = {
  name: 'request_return',
  args: { order_id: 'SO-10398', item: 'cable', reason: 'Too short' },
};

/** A turn of an agent with the tools under test; `saver` stands for what survives its process. */
async function startTurn(calls: ScriptedCall[], principal = customer) {
  const conversationId = randomUUID();
  const message = { id: newId(), text: 'Please do it' };
  const { turn } = await acceptMessage({ principal, conversationId, message });
  const context: AgentContext = {
    principal,
    conversationId,
    turnId: turn?.id ?? '',
    locale: 'en',
  };
  const run = (saver: PauseSaver, input: unknown) =>
    createAgent({
      model: new ScriptedModel(calls),
      tools: [requestReturn, bookAppointment, findFreeSlots],
      contextSchema: agentContextSchema,
      checkpointer: saver,
    }).invoke(input as never, {
      configurable: { thread_id: context.turnId },
      context,
      durability: 'exit',
    });
  const saver = new PauseSaver();
  const output = await run(saver, { messages: [new HumanMessage('Please do it')] });
  const snapshot = saver.export(context.turnId);
  /** Goes on in a new process, which knows only what was stored at the pause. */
  const resume = async () => {
    const fresh = new PauseSaver();
    fresh.import(context.turnId, snapshot);
    return run(fresh, new Command({ resume: 'approved, says somebody' }));
  };
  return { output, resume, saver, goOn: () => run(saver, new Command({ resume: true })) };
}

function results(output: { messages: unknown[] }): Record<string, unknown>[] {
  return output.messages
    .filter((message) => ToolMessage.isInstance(message))
    .map((message) => JSON.parse(message.text));
}

const storedActions = () => db().select().from(actions).orderBy(actions.createdAt);
const approve = (actionId: string, principal = customer) =>
  decideAction({ principal, actionId, decision: 'approve' });
const decline = (actionId: string) =>
  decideAction({ principal: customer, actionId, decision: 'decline' });

async function onlyAction() {
  const [action, ...others] = await storedActions();
  if (!action || others.length > 0) throw new Error('expected one action');
  return action;
}

test('a person sees what will happen, and nothing happens before they confirm', async () => {
  const { output, goOn } = await startTurn([returnHeadphones]);
  expect(isInterrupted(output)).toBe(true);
  const action = await onlyAction();
  expect(toActionCard(action)).toMatchObject({
    title: 'Request a return',
    state: 'proposed',
    fields: [
      { label: 'Order', value: 'SO-10421' },
      { label: 'Item', value: '1 × Drift noise-cancelling headphones' },
      { label: 'Refund', value: expect.stringContaining('329.00') },
      { label: 'Reason', value: 'They crackle' },
    ],
  });
  // A resume that no decision stands behind goes nowhere.
  expect(isInterrupted(await goOn())).toBe(true);
  expect(await db().select().from(demoReturns)).toEqual([]);
});

test('a confirmed action is done once, and its card says how it ended', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await approve((await onlyAction()).id);
  const [result] = results(await resume());
  expect(result).toMatchObject({ outcome: 'ok', order_id: 'SO-10421', quantity: 1 });
  expect(await db().select().from(demoReturns)).toMatchObject([{ reason: 'They crackle' }]);
  const card = toActionCard(await onlyAction());
  expect(card.state).toBe('done');
  expect(card.outcome).toContain(String(result?.return_id));
});

test('a declined action is not done', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await decline((await onlyAction()).id);
  expect(results(await resume())).toEqual([{ outcome: 'declined' }]);
  expect(await db().select().from(demoReturns)).toEqual([]);
});

test('a process killed after the deed repeats the answer, not the deed', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await approve((await onlyAction()).id);
  const first = results(await resume());
  const second = results(await resume());
  expect(second).toEqual(first);
  expect(await db().select().from(demoReturns)).toHaveLength(1);
});

test('a process killed in the middle of the deed finishes it, once', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await approve((await onlyAction()).id);
  const [first] = results(await resume());
  await db().update(actions).set({ state: 'executing', result: null });
  expect(results(await resume())).toEqual([first]);
  expect(await db().select().from(demoReturns)).toHaveLength(1);
  expect((await onlyAction()).state).toBe('done');
});

test('two processes that resume at once do it once', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await approve((await onlyAction()).id);
  const [one, other] = await Promise.all([resume(), resume()]);
  expect(results(one)).toEqual(results(other));
  expect(await db().select().from(demoReturns)).toHaveLength(1);
});

test.each([
  ['first', 0],
  ['second', 1],
])('of two actions the %s is declined and the other is done once', async (_, declined) => {
  const { goOn } = await startTurn([returnHeadphones, returnCable]);
  let output: { messages: unknown[] } = { messages: [] };
  const decided = new Set<string>();
  for (let rounds = 0; rounds < 4 && results(output).length < 2; rounds += 1) {
    for (const action of await storedActions()) {
      if (decided.has(action.id)) continue;
      decided.add(action.id);
      const isFirst = JSON.stringify(action.args).includes('SO-10421');
      await (isFirst === (declined === 0) ? decline : approve)(action.id);
    }
    output = await goOn();
  }
  const outcomes = results(output).map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(['declined', 'ok']);
  const done = await db().select().from(demoReturns);
  expect(done.map(({ orderId }) => orderId)).toEqual([declined === 0 ? 'SO-10398' : 'SO-10421']);
});

test('one of two actions can be confirmed while the other still waits', async () => {
  const { goOn } = await startTurn([returnHeadphones, returnCable]);
  const [first] = await storedActions();
  await approve(first?.id ?? '');
  expect(isInterrupted(await goOn())).toBe(true);
  expect(await db().select().from(demoReturns)).toHaveLength(1);
  const waiting = (await storedActions()).filter(({ state }) => state === 'proposed');
  expect(waiting).toHaveLength(1);
  await approve(waiting[0]?.id ?? '');
  expect(results(await goOn()).map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  expect(await db().select().from(demoReturns)).toHaveLength(2);
});

test('a model that asks for the same thing twice proposes it once', async () => {
  const { goOn } = await startTurn([returnHeadphones, returnHeadphones]);
  await approve((await onlyAction()).id);
  const [one, other] = results(await goOn());
  expect(one).toEqual(other);
  expect(await db().select().from(demoReturns)).toHaveLength(1);
});

test('nobody else can decide, and a decision counts once', async () => {
  await startTurn([returnHeadphones]);
  const { id } = await onlyAction();
  const stranger = { ...customer, id: 'customer-2', accountId: 'C-1002' };
  await expect(approve(id, stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(approve(newId())).rejects.toMatchObject({ code: 'not_found' });
  const decisions = await Promise.allSettled([approve(id), decline(id), approve(id)]);
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(approve(id)).rejects.toMatchObject({ code: 'action_decided' });
});

test('a confirmation that comes too late does nothing', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  const { id } = await onlyAction();
  await db().update(actions).set({ expiresAt: sql`now() - interval '1 second'` });
  expect(await approve(id)).toMatchObject({ state: 'expired' });
  expect(results(await resume())).toEqual([{ outcome: 'expired' }]);
  expect(await db().select().from(demoReturns)).toEqual([]);
});

test('arguments changed after the approval are not executed', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  const { id } = await onlyAction();
  await approve(id);
  await db()
    .update(actions)
    .set({ args: { orderId: 'SO-10398', sku: 'LW-CHG-08', quantity: 1, reason: 'x' } })
    .where(eq(actions.id, id));
  expect(results(await resume())).toEqual([{ outcome: 'not_as_agreed' }]);
  expect(await db().select().from(demoReturns)).toEqual([]);
});

test.each([
  ['a guest is asked to sign in', guest, returnHeadphones, 'not_signed_in'],
  [
    'staff have no orders of their own',
    { ...customer, kind: 'staff' as const, accountId: undefined },
    returnHeadphones,
    'needs_account',
  ],
  [
    'what cannot be returned is refused before anybody is asked',
    customer,
    { name: 'request_return', args: { order_id: 'SO-10302', reason: 'x' } },
    'too_late',
  ],
  [
    'another customer’s order does not exist',
    { ...customer, accountId: 'C-1002' },
    returnHeadphones,
    'not_found',
  ],
  [
    'a part of the order must be named when there are several',
    customer,
    { name: 'request_return', args: { order_id: 'SO-10398', reason: 'x' } },
    'which_item',
  ],
])('%s', async (_, principal, call, outcome) => {
  const { output } = await startTurn([call], principal);
  expect(results(output)).toMatchObject([{ outcome }]);
  expect(await storedActions()).toEqual([]);
});

test('a free time is found, shown in the shop’s zone, and booked', async () => {
  const found = await startTurn([{ name: 'find_free_slots', args: { service: 'repair' } }], guest);
  expect(results(found.output)).toMatchObject([
    { outcome: 'ok', service: 'Repair desk', time_zone: 'Singapore Standard Time' },
  ]);
  const inTenDays = new Date(Date.now() + 10 * 86_400_000);
  const monday = new Date(inTenDays.getTime() + ((8 - inTenDays.getUTCDay()) % 7) * 86_400_000);
  const date = monday.toISOString().slice(0, 10);
  const args = { service: 'repair', date, time: '10:30', topic: 'Cracked screen' };
  const { resume } = await startTurn([{ name: 'book_appointment', args }]);
  const action = await onlyAction();
  const { fields } = toActionCard(action);
  expect(fields[1]?.value).toMatch(/^Mon, .*10:30 \(Singapore Standard Time\)$/);
  await approve(action.id);
  expect(results(await resume())).toMatchObject([{ outcome: 'ok', service: 'Repair desk' }]);
  const [booked] = await db().select().from(demoAppointments);
  expect(booked?.startsAt.toISOString()).toBe(`${date}T02:30:00.000Z`);

  const again = await startTurn([{ name: 'book_appointment', args }]);
  expect(results(again.output)).toMatchObject([{ outcome: 'slot_taken' }]);
});

test('an API that is gone when it matters leaves the outcome open, and says so', async () => {
  const { resume } = await startTurn([returnHeadphones]);
  await approve((await onlyAction()).id);
  await server.stop();
  expect(results(await resume())).toEqual([{ outcome: 'unknown' }]);
  expect(toActionCard(await onlyAction())).toMatchObject({
    state: 'unknown',
    outcome: expect.stringContaining('could not confirm'),
  });
});
