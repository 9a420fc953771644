import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAppointments } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { findFreeSlots, requireCalendar } from '@/lib/demo/calendar';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { addDays, zonedDate } from '@/lib/time-zone';
import { demoPerson } from '@/tests/support/demo-person';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { startTurnProcess, type TurnProcess } from '@/tests/support/turn-process';
import { waitFor } from '@/tests/support/wait-for';

/** How often each test kills the process; it has a turn of every person then. */
const kills = Number(process.env.KILLS ?? 2);
const people = 10;
/** For both tests: each kill waits for another process to come up. In milliseconds. */
const timeout = 180_000 + kills * 20_000;
/** Longest from the first message to the kill, in milliseconds: about as long as a turn takes here. */
const longestLife = 700;

let model: ModelServer;
let demo: DemoServer;
let customer: Principal;
let running: TurnProcess;

/** Looks things up, books what is asked for, and answers slowly enough to be killed anywhere. */
const script: Script = ({ messages, tools }) => {
  const delayMs = randomInt(120);
  const last = messages.at(-1);
  const slot = /book (\S+) on (\S+) at (\S+)\./.exec(String(last?.content));
  if (last?.role === 'tool') return { delayMs, text: 'That is what I found out [1].', paceMs: 5 };
  if (slot && tools) {
    const [, service, date, time] = slot;
    return { delayMs, toolCalls: [{ name: 'book_appointment', args: { service, date, time } }] };
  }
  if (String(last?.content).includes('order')) {
    return { delayMs, toolCalls: [{ name: 'list_orders', args: {} }] };
  }
  return { delayMs, text: 'It costs 12 crowns [1], one way.', paceMs: 20 };
};

const start = () => startTurnProcess({ ...model.env, DEMO_API_PORT: String(demo.port) });

beforeAll(async () => {
  model = await startModelServer(script);
  demo = await startDemoServer();
  customer = await demoPerson('customer');
  await seedDemoCompany(db());
  await addIndexedDocument({
    title: 'Ferries',
    texts: ['A ticket for the ferry costs 12 crowns.'],
  });
  running = await start();
});
afterAll(async () => {
  await running.kill9();
  await demo.stop();
  await model.close();
});

interface Said {
  conversationId: string;
  message: { id: string; text: string };
}

const newSaid = (text: string): Said => ({
  conversationId: randomUUID(),
  message: { id: newId(), text },
});

const say = (said: Said) => running.order({ kind: 'say', principal: customer, ...said });

/** Kills the process at some moment of the turns it runs, and starts another. */
async function killAndStart(): Promise<void> {
  await setTimeout(randomInt(longestLife));
  await running.kill9();
  running = await start();
}

async function turnsOf(conversationId: string) {
  return await db().execute<{ state: string; attempt: number }>(
    sql`select state, attempt from turns where conversation_id = ${conversationId}`,
  );
}

/** Waits until every turn has come to an end or a pause. */
async function untilSettled(saids: Said[], state: string): Promise<void> {
  for (const { conversationId } of saids) {
    await waitFor(`the end of ${conversationId}`, async () => {
      const turns = await turnsOf(conversationId);
      return turns.length > 0 && turns.every((turn) => turn.state === state);
    });
  }
}

/** Each has one turn, one question, one whole answer. */
async function expectAnsweredOnce(saids: Said[], answer: RegExp): Promise<void> {
  for (const { conversationId, message } of saids) {
    expect(await turnsOf(conversationId)).toHaveLength(1);
    const told = (await listMessages(conversationId)).map((row) => ({
      role: row.role,
      text: storedParts(row)
        .flatMap((part) => (part.type === 'text' ? [part.text] : []))
        .join(' '),
    }));
    expect(told).toEqual([
      { role: 'user', text: message.text },
      { role: 'assistant', text: expect.stringMatching(answer) },
    ]);
  }
}

test(
  'a process that is killed in the middle of turns loses and doubles none of them',
  async () => {
    const questions = ['What does a ticket for the ferry cost?', 'Which orders do I have?'];
    const everything: Said[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const saids = Array.from({ length: people }, (_, at) => newSaid(questions[at % 2] ?? ''));
      for (const said of saids) {
        say(said);
        await setTimeout(randomInt(30));
      }
      await killAndStart();
      // A browser that got no answer sends the same message again.
      for (const said of saids) say(said);
      await untilSettled(saids, 'completed');
      everything.push(...saids);
    }
    await expectAnsweredOnce(
      everything,
      /^(It costs 12 crowns|That is what I found out) \[1\], one way\.$|found out/,
    );
  },
  timeout,
);

test(
  'what a customer has confirmed happens once, wherever the process is killed',
  async () => {
    const slots = await freeSlots();
    const saids = slots.map(({ date, time }) =>
      newSaid(`Please book repair on ${date} at ${time}.`),
    );
    for (let kill = 0; kill < kills; kill += 1) {
      const batch = saids.slice(kill * people, (kill + 1) * people);
      for (const said of batch) say(said);
      await untilSettled(batch, 'awaiting-approval');
      for (const { conversationId } of batch) {
        running.order({
          kind: 'approve',
          principal: customer,
          actionId: await proposed(conversationId),
        });
        await setTimeout(randomInt(20));
      }
      await killAndStart();
      for (const { conversationId } of batch) {
        running.order({
          kind: 'approve',
          principal: customer,
          actionId: await proposed(conversationId),
        });
      }
      await untilSettled(batch, 'completed');
    }
    await expectAnsweredOnce(saids, /found out/);
    const booked = await db().select({ at: demoAppointments.startsAt }).from(demoAppointments);
    expect(new Set(booked.map(({ at }) => at.getTime())).size).toBe(saids.length);
    expect(booked).toHaveLength(saids.length);
  },
  timeout,
);

test('what people write while they are answered is answered once, wherever the process is killed', async () => {
  const saids = Array.from({ length: people }, () => newSaid('What does the ferry cost?'));
  const more = saids.map(({ conversationId }): Said => {
    return { conversationId, message: { id: newId(), text: 'And what does it cost for dogs?' } };
  });
  for (const said of saids) say(said);
  await setTimeout(randomInt(200));
  for (const said of more) say(said);
  await killAndStart();
  for (const said of [...saids, ...more]) say(said);
  for (const [at, { conversationId, message }] of saids.entries()) {
    const told = await waitFor(`both answers of ${conversationId}`, async () => {
      const rows = await listMessages(conversationId);
      const isWhole = rows.length > 2 && rows.at(-1)?.role === 'assistant';
      return isWhole && rows.every(({ isQueued }) => !isQueued) && rows;
    });
    const people = told.filter(({ role }) => role === 'user').map(({ id }) => id);
    expect(people).toEqual([message.id, more[at]?.message.id]);
    const turns = await turnsOf(conversationId);
    expect(turns.every(({ state }) => state === 'completed')).toBe(true);
    expect(told).toHaveLength(people.length + turns.length);
  }
});

async function freeSlots(): Promise<{ date: string; time: string }[]> {
  const calendar = await requireCalendar(db(), 'repair');
  const today = zonedDate(new Date(), calendar.timeZone);
  const slots = await findFreeSlots(db(), calendar, addDays(today, 1), addDays(today, 55));
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: calendar.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  return slots.slice(0, kills * people).map(({ startsAt }) => ({
    date: zonedDate(startsAt, calendar.timeZone),
    time: format.format(startsAt),
  }));
}

async function proposed(conversationId: string): Promise<string> {
  const [action] = await db().execute<{ id: string }>(
    sql`select id from actions where conversation_id = ${conversationId}`,
  );
  return action?.id ?? '';
}
