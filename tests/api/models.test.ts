import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { modelBudgets, modelCalls, modelSpend } from '@/drizzle/schema/models';
import { db } from '@/lib/db/client';
import { findUserByEmail } from '@/lib/db/identity/users';
import { insertModelCalls } from '@/lib/db/models/model-calls';
import { deskDay } from '@/lib/desk-clock';
import { findBudgets } from '@/lib/models/find-budgets';
import type { ModelCallRecord } from '@/lib/models/model-call';
import { createApiKey } from '@/lib/operations/create-api-key';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { budgetsViewSchema, modelsViewSchema, modelTestSchema } from '@/lib/shared/models';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import {
  type ModelServer,
  type ScriptedReply,
  startModelServer,
} from '@/tests/support/model-server';

let desk: DeskServer;
let model: ModelServer;
let reply: ScriptedReply;
const keys = new Map<string, string>();

beforeAll(async () => {
  model = await startModelServer(() => reply);
  Object.assign(process.env, model.env, {
    OPENAI_API_KEY: 'a-key-of-the-desk',
    MODEL_SMALL: 'openai:gpt-4.1-mini',
    MODEL_DAILY_BUDGET_USD: '50',
  });
  await seedDemoUsers();
  desk = await serveDesk();
  for (const name of ['admin', 'developer', 'viewer', 'operator', 'customer']) {
    const userId = (await findUserByEmail(`${name}@demo.test`))?.id ?? '';
    keys.set(name, (await createApiKey({ userId, name: 'test' })).key);
  }
});
beforeEach(async () => {
  reply = { text: 'ready' };
  for (const table of [modelCalls, modelSpend, modelBudgets]) await db().delete(table);
});
afterAll(async () => {
  await desk.close();
  await model.close();
});

function call(who: string, path = '', method = 'GET', body?: unknown): Promise<Response> {
  return fetch(`${desk.url}/api/models${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(keys.has(who) && { authorization: `Bearer ${keys.get(who)}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const view = async (range = '24h') =>
  modelsViewSchema.parse(await (await call('developer', `?range=${range}`)).json());
const tryModel = async (purpose: string) =>
  modelTestSchema.parse(await (await call('developer', '/test', 'POST', { purpose })).json());
const allow = (budgets: unknown) => call('developer', '/budgets', 'PUT', { budgets });

const record = (given: Partial<ModelCallRecord>): ModelCallRecord => ({
  purpose: 'answer',
  provider: 'openai',
  model: 'scripted',
  startedAt: new Date(),
  durationMs: 1_000,
  firstTokenMs: 200,
  inputTokens: 900,
  outputTokens: 100,
  costMicros: 5_000,
  outcome: 'ok',
  ...given,
});

test('strangers see no figures, and those who may read them change and test nothing', async () => {
  const test = { purpose: 'answer' };
  for (const [who, read, change] of [
    ['guest', 401, 401],
    ['customer', 403, 403],
    ['operator', 403, 403],
    ['viewer', 200, 403],
    ['developer', 200, 200],
    ['admin', 200, 200],
  ] as const) {
    expect((await call(who)).status, who).toBe(read);
    const budgets = { budgets: [{ team: '', dailyUsd: 1 }] };
    expect((await call(who, '/budgets', 'PUT', budgets)).status, who).toBe(change);
    expect((await call(who, '/test', 'POST', test)).status, who).toBe(change);
  }
});

test('each purpose tells its models in order, and what names them', async () => {
  const { purposes, prices } = await view();
  const chainOf = (purpose: string) => purposes.find((one) => one.purpose === purpose)?.chain;
  const builtin = { provider: 'builtin', model: '', variable: null };
  expect(chainOf('answer')).toEqual([
    { provider: 'openai', model: 'scripted', variable: 'MODEL' },
    builtin,
  ]);
  expect(chainOf('route')).toEqual([
    { provider: 'openai', model: 'gpt-4.1-mini', variable: 'MODEL_SMALL' },
    builtin,
  ]);
  expect(prices.unknown).toEqual(['openai:scripted']);
});

test('calls, tokens and money add up by time, purpose and specialist', async () => {
  const lastWeek = deskDay(new Date(), 4);
  await insertModelCalls(db(), [
    record({ specialist: 'support' }),
    record({ specialist: 'support', durationMs: 3_000, outcome: 'timeout', costMicros: null }),
    record({ purpose: 'route', model: 'gpt-4.1-mini', costMicros: 40 }),
    record({ specialist: 'finance', startedAt: lastWeek, costMicros: 70_000 }),
  ]);
  const day = await view();
  expect(day.totals).toMatchObject({ calls: 3, errors: 1, unpriced: 1, costMicros: 5_040 });
  expect(day.series).toHaveLength(24);
  expect(day.series.at(-1)).toMatchObject({ calls: 3, inputTokens: 2_700, outputTokens: 300 });
  expect(day.usage).toMatchObject([
    { purpose: 'answer', whole: { p50: 1_000, p95: 1_000 }, firstToken: { p50: 200 } },
    { purpose: 'route', model: 'gpt-4.1-mini' },
  ]);
  expect(day.teams).toMatchObject([
    { team: 'support', sums: { calls: 2, costMicros: 5_000 } },
    { team: '', sums: { costMicros: 40 } },
  ]);
  expect(day.health).toMatchObject([
    { model: 'scripted', lastFault: { outcome: 'timeout' } },
    { model: 'gpt-4.1-mini', state: 'answers', lastFault: null },
  ]);
  const week = await view('7d');
  expect(week.series.map(({ costMicros }) => costMicros)).toEqual([0, 0, 70_000, 0, 0, 0, 5_040]);
  expect(week.totals.costMicros).toBe(75_040);
  expect((await view('30d')).series).toHaveLength(30);
});

test('a budget that is set holds at once, is kept with who set it, and goes when it is emptied', async () => {
  const changed = await allow([
    { team: '', dailyUsd: 80 },
    { team: 'finance', dailyUsd: 1.5 },
  ]);
  const { budgets, environmentMicros } = budgetsViewSchema.parse(await changed.json());
  const by = await findUserByEmail('developer@demo.test');
  expect(budgets).toMatchObject([
    { team: '', dailyMicros: 80e6, changed: { by: by?.name ?? by?.email } },
    { team: 'support', dailyMicros: null, changed: null },
    { team: 'finance', dailyMicros: 1.5e6 },
    { team: 'scheduling', dailyMicros: null },
  ]);
  expect(environmentMicros).toBe(50e6);
  const known = async () => Object.fromEntries(await findBudgets());
  await expect.poll(known).toEqual({ '': 50e6, finance: 1.5e6 });
  await allow([{ team: 'finance', dailyUsd: null }]);
  await expect.poll(known).toEqual({ '': 50e6 });
});

test('a budget that is no amount, or of a team that is none, is refused and changes nothing', async () => {
  for (const budget of [
    { team: 'nobody', dailyUsd: 1 },
    { team: '', dailyUsd: -1 },
    { team: '', dailyUsd: '3' },
    { team: '' },
  ]) {
    expect((await allow([{ team: 'support', dailyUsd: 1 }, budget])).status).toBe(400);
  }
  expect(await db().$count(modelBudgets)).toBe(0);
});

test('a test asks the real model, tells how long it took, and counts as a call', async () => {
  const { outcome, firstTokenMs, durationMs, inputTokens } = await tryModel('route');
  expect(outcome).toBe('ok');
  expect(durationMs).toBeGreaterThanOrEqual(firstTokenMs ?? Number.POSITIVE_INFINITY);
  expect(inputTokens).toBeGreaterThan(0);
  expect(model.requests.at(-1)?.model).toBe('gpt-4.1-mini');
  const { totals, usage } = await view();
  expect(usage).toMatchObject([{ purpose: 'test', model: 'gpt-4.1-mini' }]);
  expect(totals.costMicros).toBeGreaterThan(0);
});

test.each([
  [{ status: 401 }, 'unauthorised'],
  [{ status: 404 }, 'unknown-model'],
  [{ text: '' }, 'empty'],
  [{ text: 'ready or not', cutAfter: 1 }, 'cut'],
] as const)('a model that fails (%j) is told by its problem: %s', async (fault, outcome) => {
  reply = fault;
  const told = await tryModel('answer');
  expect(told).toMatchObject({ outcome, model: 'scripted' });
  if ('status' in fault) expect(told.detail).toContain(`${fault.status}`);
  expect((await view()).health[0]).toMatchObject({ model: 'scripted', state: 'fails' });
});

test('a budget that is spent lets no test through, and the answer says what to do', async () => {
  await allow([{ team: '', dailyUsd: 0 }]);
  await expect.poll(async () => (await findBudgets()).get('')).toBe(0);
  const asked = model.requests.length;
  const refused = await call('developer', '/test', 'POST', { purpose: 'route' });
  expect(refused.status).toBe(429);
  expect((await refused.json()).error).toMatchObject({
    code: 'budget_spent',
    message: expect.stringContaining('raise the budget'),
  });
  expect(model.requests).toHaveLength(asked);
});
