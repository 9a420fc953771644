import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoOrders, demoRefunds } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { demoPerson } from '@/tests/support/demo-person';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { startTurnProcess, type TurnProcess } from '@/tests/support/turn-process';
import {
  startUnreliableWay,
  type UnreliableWay,
  type WayFault,
} from '@/tests/support/unreliable-way';
import { waitFor } from '@/tests/support/wait-for';

/** How often the process is killed while people confirm, and again while an operator does. */
const kills = Number(process.env.KILLS ?? 1);
/** What the way to the API does with the first request for a refund, by the person who asks. */
const faults: WayFault[] = ['none', 'away', 'lost', 'late', 'slow', 'twice'];
/** Each of them for a refund that an operator must agree to, and for one that needs nobody. */
const people = 2 * faults.length;
/** For everything: the API is waited for, and other processes must come up. In milliseconds. */
const timeout = 180_000 + kills * 60_000;
/** Longest from the first consent to the kill, in milliseconds. */
const longestLife = 900;
/** Longer than the desk waits for one answer of the API, in milliseconds. */
const patience = 5_500;

interface Run {
  conversationId: string;
  orderId: string;
  cents: number;
  needsOperator: boolean;
  fault: WayFault;
}

let model: ModelServer;
let demo: DemoServer;
let way: UnreliableWay;
let customer: Principal;
let operator: Principal;
let running: TurnProcess;
const runs = new Map<string, Run>();
const metFault = new Set<string>();

const script: Script = ({ messages, tools }) => {
  const last = messages.at(-1);
  const asked = /refund (SO-\d{5})/.exec(String(last?.content));
  if (last?.role === 'tool' || !asked || !tools) return { text: 'That is how it stands.' };
  const args = { order_id: asked[1], reason: 'It hums.' };
  return { toolCalls: [{ name: 'request_refund', args }] };
};

const start = () => startTurnProcess({ ...model.env, DEMO_API_PORT: String(way.port) });

beforeAll(async () => {
  model = await startModelServer(script);
  demo = await startDemoServer();
  way = await startUnreliableWay(
    demo,
    ({ method, path }) => {
      const orderId = /SO-\d{5}/.exec(path)?.[0] ?? '';
      if (method !== 'POST' || !path.endsWith('/refunds') || metFault.has(orderId)) return 'none';
      metFault.add(orderId);
      return runs.get(orderId)?.fault ?? 'none';
    },
    patience,
  );
  customer = await demoPerson('customer');
  operator = await demoPerson('operator');
  await seedDemoCompany(db());
  running = await start();
});
afterAll(async () => {
  await running.kill9();
  await way.close();
  await demo.stop();
  await model.close();
});

/** People who each have an order that was delivered, and want its price back. */
async function makeRuns(nth: number): Promise<Run[]> {
  const made = Array.from({ length: people }, (_, at): Run => {
    const needsOperator = at % 2 === 1;
    return {
      conversationId: randomUUID(),
      orderId: `SO-${20_000 + nth * people + at}`,
      cents: needsOperator ? 15_000 : 5_000,
      needsOperator,
      fault: faults[Math.floor(at / 2)] ?? 'none',
    };
  });
  const at = new Date(Date.now() - 5 * 86_400_000);
  await db()
    .insert(demoOrders)
    .values(
      made.map(({ orderId, cents }) => ({
        id: orderId,
        customerId: 'C-1001',
        status: 'delivered' as const,
        placedAt: at,
        shippedAt: at,
        deliveredAt: at,
        totalCents: cents,
      })),
    );
  for (const run of made) runs.set(run.orderId, run);
  return made;
}

async function actionOf({ conversationId }: Run) {
  const [action] = await db().execute<{ id: string; state: string }>(
    sql`select id, state from actions where conversation_id = ${conversationId}`,
  );
  return action;
}

async function untilAction(batch: Run[], what: string, isSo: (state: string) => boolean) {
  for (const run of batch) {
    await waitFor(
      `${what}: ${run.orderId}, ${run.fault}`,
      async () => {
        const action = await actionOf(run);
        return action && isSo(action.state);
      },
      60_000,
    );
  }
}

/** Has everybody decide, kills the process somewhere in between, and has them press again. */
async function decideAndKill(batch: Run[], as: 'approve' | 'approve-as-operator') {
  const decide = async (pauseMs: number) => {
    for (const run of batch) {
      const actionId = (await actionOf(run))?.id ?? '';
      running.order({ kind: as, principal: as === 'approve' ? customer : operator, actionId });
      await setTimeout(randomInt(pauseMs));
    }
  };
  await decide(60);
  await setTimeout(randomInt(longestLife));
  await running.kill9();
  running = await start();
  await decide(2);
}

test(
  'what was agreed to is refunded once, whatever the API answers and wherever the process is killed',
  async () => {
    for (let nth = 0; nth < kills; nth += 1) {
      const batch = await makeRuns(nth);
      for (const { conversationId, orderId } of batch) {
        const message = { id: newId(), text: `Please refund ${orderId}, it hums.` };
        running.order({ kind: 'say', principal: customer, conversationId, message });
      }
      await untilAction(batch, 'proposed', (state) => state === 'proposed');
      await untilPaused(batch);
      await decideAndKill(batch, 'approve');
      const large = batch.filter(({ needsOperator }) => needsOperator);
      await untilAction(large, 'agreed to', (state) => state === 'awaiting-operator');
      await decideAndKill(large, 'approve-as-operator');
      await untilAction(batch, 'done', (state) => state === 'done');
    }
    await expectRefundedOnce([...runs.values()]);
  },
  timeout,
);

async function untilPaused(batch: Run[]): Promise<void> {
  for (const { conversationId } of batch) {
    await waitFor(`the pause of ${conversationId}`, async () => {
      const states = await turnStates(conversationId);
      return states.length === 1 && states[0] === 'awaiting-approval';
    });
  }
}

async function turnStates(conversationId: string): Promise<string[]> {
  const rows = await db().execute<{ state: string }>(
    sql`select state from turns where conversation_id = ${conversationId}`,
  );
  return rows.map(({ state }) => state);
}

async function expectRefundedOnce(all: Run[]): Promise<void> {
  const refunds = await db()
    .select({ orderId: demoRefunds.orderId, cents: demoRefunds.amountCents })
    .from(demoRefunds)
    .where(sql`${demoRefunds.orderId} >= 'SO-20000'`)
    .orderBy(demoRefunds.orderId);
  expect(refunds).toEqual(all.map(({ orderId, cents }) => ({ orderId, cents })));
  for (const run of all) {
    await waitFor(`the end of ${run.orderId}`, async () =>
      (await turnStates(run.conversationId)).every((state) => state === 'completed'),
    );
    const rows = await listMessages(run.conversationId);
    expect(rows[0]?.role).toBe('user');
    const told = rows.slice(1).flatMap((row) => storedParts(row));
    expect(told.some((part) => part.type === 'text' && part.text.trim() !== '')).toBe(true);
    const cards = told.flatMap((part) => (part.type === 'data-action' ? [part.data.state] : []));
    expect(new Set(cards), `${run.orderId}, ${run.fault}`).toEqual(new Set(['done']));
  }
}
