/**
 * The process whose tools `measureTools` measures, with `DATABASE_URL` and `DEMO_API_PORT` in its
 * environment: calls a tool and the operation behind it in turn, and prints what each took as JSON.
 */

import { z } from 'zod';
import { findFreeSlots } from '@/agents/tools/find-free-slots';
import { callOperation } from '@/lib/business/call-operation';
import { findDemoApi } from '@/lib/connections/demo-api';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { serviceCredential } from '@/lib/demo/credential';
import { percentile } from './percentile';

const rounds = 400;
const warmUp = 40;
const port = Number(process.env.DEMO_API_PORT);
const calendarId = 'repair';

/** The bare call: what any program would send for the same answer. */
async function bare(): Promise<void> {
  const headers = { authorization: `Bearer ${serviceCredential()}` };
  const url = `http://127.0.0.1:${port}/api/demo/calendars/${calendarId}/slots`;
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`the API answered ${response.status}`);
  await response.json();
}

/** The same by its document: with the guard, the credential and the checks of a connection. */
async function operation(): Promise<void> {
  const api = await findDemoApi();
  if (!api) throw new Error('there is no demo company');
  const response = z.object({ slots: z.array(z.unknown()) });
  const answer = await callOperation({
    api,
    operationId: 'listFreeSlots',
    args: { calendarId },
    response,
  });
  if (answer.outcome !== 'ok') throw new Error(`the operation was ${answer.outcome}`);
}

const context = {
  principal: { kind: 'guest', id: 'bench', roles: [], teamIds: [], locale: 'en' },
  conversationId: 'bench',
  turnId: 'bench',
  locale: 'en',
};

/** The whole tool, as a specialist calls it. */
async function tool(): Promise<void> {
  const text = await findFreeSlots.invoke({ service: calendarId }, { context } as object);
  if (!String(text).includes('"outcome":"ok"')) throw new Error(`the tool said ${String(text)}`);
}

async function main(): Promise<void> {
  reachDemoApiAt(port);
  const ways = { bare, operation, tool };
  const times: Record<keyof typeof ways, number[]> = { bare: [], operation: [], tool: [] };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const [name, call] of Object.entries(ways) as [keyof typeof ways, () => Promise<void>][]) {
      const startedAt = performance.now();
      await call();
      if (round >= warmUp) times[name].push(performance.now() - startedAt);
    }
  }
  const spread = (all: number[]) => ({
    p50ms: percentile(all, 50, 1),
    p95ms: percentile(all, 95, 1),
  });
  const { bare: plain, operation: byDocument, tool: whole } = times;
  const figures = { bare: spread(plain), operation: spread(byDocument), tool: spread(whole) };
  process.stdout.write(JSON.stringify(figures));
  process.exit(0);
}

await main();
