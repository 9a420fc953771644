import { beforeEach, expect, test } from 'vitest';
import { modelBudgets, modelCalls, modelSpend } from '@/drizzle/schema/models';
import { db } from '@/lib/db/client';
import { insertModelCalls } from '@/lib/db/models/model-calls';
import { listUsage } from '@/lib/db/models/model-spend';
import { deskDay } from '@/lib/desk-clock';
import { publish } from '@/lib/events/bus';
import { findBudgets } from './find-budgets';
import type { ModelCallRecord } from './model-call';
import { recordModelCall, storeModelCalls } from './record-model-call';
import { requireBudget } from './require-budget';
import { noteSpend, spentToday } from './spend';

const call = (given: Partial<ModelCallRecord> = {}): ModelCallRecord => ({
  purpose: 'answer',
  provider: 'openai',
  model: 'gpt-4.1',
  startedAt: new Date(),
  durationMs: 812.4,
  firstTokenMs: 203.7,
  inputTokens: 1_000,
  cachedTokens: 400,
  outputTokens: 64,
  costMicros: 2_000,
  outcome: 'ok',
  ...given,
});

/** Budgets in millionths of a dollar, as another process would set them. */
async function allow(budgets: Record<string, number>): Promise<void> {
  await db().delete(modelBudgets);
  for (const [team, dailyMicros] of Object.entries(budgets)) {
    await db().insert(modelBudgets).values({ team, dailyMicros });
  }
  await publish(db(), { type: 'model-budgets-changed' });
  await expect.poll(async () => Object.fromEntries(await findBudgets())).toEqual(budgets);
}

const spentBy = async (team: string) => (await spentToday()).get(team) ?? 0;

beforeEach(async () => {
  await db().delete(modelCalls);
  await db().delete(modelSpend);
  // As if this process had just begun.
  Reflect.deleteProperty(globalThis, Symbol.for('frontdesk.model-spend'));
  await allow({});
});

test('without a budget every call goes ahead', async () => {
  await insertModelCalls(db(), [call({ costMicros: 1e12 })]);
  await requireBudget({ team: 'support' });
});

test("when the desk has spent its day's money no call goes ahead, whoever asks", async () => {
  await allow({ '': 5_000 });
  await recordModelCall(call({ specialist: 'support' }));
  await recordModelCall(call());
  await requireBudget({ team: 'finance' });
  await recordModelCall(call({ specialist: 'finance' }));
  for (const team of ['finance', 'support', undefined]) {
    await expect(requireBudget({ team })).rejects.toMatchObject({ code: 'budget_spent' });
  }
});

test('a team that has spent its money is stopped, and the others go on', async () => {
  await allow({ support: 3_000 });
  await recordModelCall(call({ specialist: 'support', costMicros: 3_000 }));
  await expect(requireBudget({ team: 'support' })).rejects.toMatchObject({ code: 'budget_spent' });
  await requireBudget({ team: 'finance' });
  await requireBudget({});
});

test('a budget of nothing lets no call through, and one that is raised lets them through again', async () => {
  await allow({ '': 0 });
  await expect(requireBudget({})).rejects.toMatchObject({ code: 'budget_spent' });
  await allow({ '': 10 });
  await requireBudget({});
});

test('a call counts as soon as it has ended, and once when its turn is stored', async () => {
  await spentToday();
  const own = call({ specialist: 'support' });
  noteSpend(own);
  expect(await spentBy('support')).toBe(2_000);
  await db().transaction((tx) => storeModelCalls(tx, [own]));
  expect(await spentBy('support')).toBe(2_000);
});

test('what was spent yesterday does not count today', async () => {
  const yesterday = new Date(deskDay(new Date()).getTime() - 1);
  await insertModelCalls(db(), [call({ startedAt: yesterday, specialist: 'support' })]);
  expect(await spentBy('support')).toBe(0);
});

test('sums add up over turns that end at once, with what failed and what has no price', async () => {
  const turns = Array.from({ length: 24 }, (_, n) =>
    db().transaction((tx) =>
      storeModelCalls(tx, [
        call({ specialist: n % 2 ? 'support' : 'finance', turnId: `t${n}` }),
        call({ purpose: 'route', costMicros: null, model: 'x' }),
        call({
          purpose: 'route',
          costMicros: null,
          model: 'x',
          outcome: 'timeout',
          inputTokens: 0,
        }),
      ]),
    ),
  );
  await Promise.all(turns);
  const sums = { cachedTokens: 12 * 400, outputTokens: 12 * 64, costMicros: 24_000, calls: 12 };
  expect(await listUsage(deskDay(new Date()))).toMatchObject([
    { purpose: 'answer', team: 'finance', ...sums, errors: 0, unpriced: 0, inputTokens: 12_000 },
    { purpose: 'answer', team: 'support', ...sums, errors: 0, unpriced: 0, inputTokens: 12_000 },
    { purpose: 'route', team: '', calls: 48, errors: 24, unpriced: 24, costMicros: 0 },
  ]);
  expect(await db().$count(modelCalls)).toBe(72);
  expect(await db().select().from(modelCalls).limit(1)).toMatchObject([
    { durationMs: 812, firstTokenMs: 204, inputTokens: 1_000 },
  ]);
});
