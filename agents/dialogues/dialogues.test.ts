import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryOutApart } from '@/agents/actions/carry-out-apart';
import { tellOutcome } from '@/agents/actions/tell-outcome';
import { startTurn } from '@/agents/run-turn';
import type { TurnResult } from '@/agents/turns/turn-result';
import { cases } from '@/drizzle/schema/cases';
import {
  demoAppointments,
  demoCustomers,
  demoDisputes,
  demoExpenseClaims,
  demoOrders,
  demoRefunds,
  demoReturns,
} from '@/drizzle/schema/demo';
import { mails } from '@/drizzle/schema/identity';
import { calendars } from '@/drizzle/seed/demo-catalog';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { listMessages } from '@/lib/db/conversations/messages';
import { type DemoServer, startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideApproval } from '@/lib/operations/decide-approval';
import { listApprovals } from '@/lib/operations/list-approvals';
import { addDays, isoWeekday, zonedDate, zonedInstant } from '@/lib/time-zone';
import { demoPerson } from '@/tests/support/demo-person';
import { guest } from '@/tests/support/principals';
import { chinese } from './chinese';
import { chineseChanges } from './chinese-changes';
import { type Books, type Dialogue, operatorAgrees } from './dialogue';
import { english } from './english';
import { englishChanges } from './english-changes';

const minutes = 60_000;
let server: DemoServer;
let people: Record<'customer' | 'staff' | 'guest', Principal>;

beforeAll(async () => {
  server = await startDemoServer();
  reachDemoApiAt(server.port);
  await seedDemoCompany(db());
  people = { customer: await demoPerson('customer'), staff: await demoPerson('operator'), guest };
});

beforeEach(async () => {
  for (const table of [demoAppointments, demoReturns, demoRefunds, demoDisputes]) {
    await db().delete(table);
  }
  await db().delete(demoExpenseClaims);
  await db().delete(mails);
  await db().delete(cases);
  await db().update(demoOrders).set({ deliveryAddress: null });
  await db().update(demoCustomers).set({ address: 'before' });
});

afterAll(() => server.stop());

/** `wed 11:00`: the next such day after today, on the clocks of what is booked. */
function instantOf(at: string, calendarId = 'repair'): Date {
  const [day = '', time = ''] = at.split(' ');
  const zone = calendars.find(({ id }) => id === calendarId)?.timeZone ?? '';
  const weekday = ['mon', 'tue', 'wed', 'thu', 'fri'].indexOf(day) + 1;
  const today = zonedDate(new Date(), zone);
  const days = (weekday - isoWeekday(today) + 7) % 7 || 7;
  return zonedInstant(addDays(today, days), time, zone);
}

/** All that a person sees of a turn. */
function seen({ answer, actions }: TurnResult): string {
  const cards = actions.map(({ title, fields }) =>
    [title, ...fields.map(({ value }) => value)].join('\n'),
  );
  return [answer, ...cards].join('\n');
}

async function say(principal: Principal, conversationId: string, text: string): Promise<string> {
  const message = { id: newId(), text };
  const turn = await startTurn({ principal, conversationId, message });
  return seen(await turn.result);
}

/** @returns what the person is told of it, apart from any turn */
async function agreeAsOperator(conversationId: string): Promise<string> {
  const waiting = await listApprovals(people.staff);
  const approval = waiting.find((each) => each.conversationId === conversationId);
  if (!approval) throw new Error('nothing waits for an operator');
  await decideApproval(people.staff, approval.id, { decision: 'approve' }, tellOutcome);
  await carryOutApart(approval.id);
  const last = (await listMessages(conversationId)).at(-1);
  return JSON.stringify(last?.parts);
}

async function run({ by = 'customer', given, lines }: Dialogue): Promise<void> {
  if (given) {
    const startsAt = instantOf(given);
    const endsAt = new Date(startsAt.getTime() + 30 * minutes);
    const booked = { calendarId: 'repair', customerId: 'C-1001', topic: '', startsAt, endsAt };
    await db()
      .insert(demoAppointments)
      .values({ ...booked, status: 'booked' });
  }
  const conversationId = randomUUID();
  for (const [text, ...told] of lines) {
    const words =
      text === operatorAgrees
        ? await agreeAsOperator(conversationId)
        : await say(people[by], conversationId, text);
    for (const piece of told) {
      const what = `after «${text}»`;
      if (piece.startsWith('!')) expect(words, what).not.toContain(piece.slice(1));
      else expect(words, what).toContain(piece);
    }
  }
}

async function readBooks(): Promise<Books> {
  const [account] = await db().select().from(demoCustomers).where(eq(demoCustomers.id, 'C-1001'));
  const [order] = await db().select().from(demoOrders).where(eq(demoOrders.id, 'SO-10440'));
  const appointments = await db().select().from(demoAppointments);
  const isChanged = account?.address !== 'before';
  return {
    appointments: appointments.map((row) => ({ ...row, at: row.startsAt.toISOString() })),
    returns: await db().select().from(demoReturns),
    refunds: await db().select().from(demoRefunds),
    disputes: await db().select().from(demoDisputes),
    claims: await db().select().from(demoExpenseClaims).orderBy(asc(demoExpenseClaims.id)),
    mails: await db().select().from(mails),
    addresses: {
      account: (isChanged && account?.address) || undefined,
      order: order?.deliveryAddress ?? undefined,
    },
    cases: (await db().select().from(cases)).map(({ category }) => category),
  };
}

/** What is not named is empty; of what is, the words of a mail are looked for in it. */
function expected(books: Books) {
  return {
    appointments: (books.appointments ?? []).map((each) => ({
      ...each,
      at: instantOf(each.at, each.calendarId).toISOString(),
    })),
    returns: books.returns ?? [],
    refunds: books.refunds ?? [],
    disputes: books.disputes ?? [],
    claims: books.claims ?? [],
    mails: (books.mails ?? []).map(({ to, body }) => ({ to, body: expect.stringContaining(body) })),
    addresses: { account: books.addresses?.account, order: books.addresses?.order },
    cases: books.cases ?? [],
  };
}

test.each<[who: Dialogue['by'], ...Dialogue['lines'][number]]>([
  ['guest', 'I want to return my headphones', 'sign in', '!Which order'],
  ['guest', '我要退货', '请登录', '!哪一个订单'],
  ['guest', 'Where does a parcel wait?', '!sign in'],
  ['guest', 'Claim a taxi for $20', 'sign in'],
  ['customer', 'Claim $20 for a taxi yesterday, I have the receipt', 'for members of staff'],
  ['customer', '报销昨天的打车费20元，有小票', '仅限员工'],
  ['staff', 'Claim $95 for a client dinner yesterday, with receipt', 'SGD 80.00', 'colleague'],
  ['staff', 'Claim $25 for a taxi yesterday, no receipt', 'needs a receipt'],
  [
    'staff',
    'Claim 60 euros for a hotel yesterday, with receipt',
    'not in EUR',
    'What is the amount',
  ],
  ['customer', 'Change the address of SO-10436 to 5 Quay Road, 049999', 'no longer being packed'],
  ['customer', 'Refund $500 of SO-10421 because it crackles', 'more than the SGD 329.00'],
  ['customer', 'Refund SO-10436 because it is late', 'has not been delivered'],
  ['customer', 'Move my appointment to Friday at 10', 'no appointment that lies ahead'],
])('to a %s who writes «%s» the desk says what holds for them', async (by, ...line) => {
  await run({ name: '', by, lines: [line], leaves: {} });
  expect(await readBooks()).toMatchObject(expected({}));
});

describe.each([
  ['in English a person', [...english, ...englishChanges]],
  ['in Chinese a person', [...chinese, ...chineseChanges]],
])('%s', (_, dialogues) => {
  test.each(dialogues.map((each) => [each.name, each] as const))('%s', async (_name, dialogue) => {
    await run(dialogue);
    expect(await readBooks()).toMatchObject(expected(dialogue.leaves));
  });
});
