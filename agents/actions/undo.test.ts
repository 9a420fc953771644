import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '@/drizzle/schema/conversations';
import {
  demoAppointments,
  demoCustomers,
  demoDisputes,
  demoExpenseClaims,
  demoOrders,
  demoReturns,
} from '@/drizzle/schema/demo';
import { requireAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { askUndo } from '@/lib/operations/ask-undo';
import {
  confirm,
  historyOf,
  makeDue,
  propose,
  shownOf,
  startDemoDesk,
} from '@/tests/support/demo-desk';
import { guest } from '@/tests/support/principals';
import { carryOutApart } from './carry-out-apart';
import { takeUpActions } from './keep-actions';

const booking = 'Book a repair appointment for next Tuesday at 10:30';
let desk: Awaited<ReturnType<typeof startDemoDesk>>;

beforeAll(async () => {
  desk = await startDemoDesk();
});
afterAll(() => desk.stop());

/** Asked for, confirmed and done. */
async function done(text: string, by = desk.customer): Promise<string> {
  const { actionId } = await propose(by, text);
  const { actions: cards } = await confirm(by, actionId);
  expect(cards.at(-1)).toMatchObject({ actionId, state: 'done' });
  return actionId;
}

const appointments = () => db().select().from(demoAppointments).orderBy(asc(demoAppointments.id));

test('a booking is taken back once, however often that is clicked', async () => {
  await db().delete(demoAppointments);
  const id = await done(booking);
  const before = (await shownOf(id)).cards.at(-1);
  expect(before).toMatchObject({ hasCalendar: true });
  expect(Date.parse(before?.undoUntil ?? '')).toBeGreaterThan(Date.now());
  await expect(askUndo(guest, id)).rejects.toMatchObject({ code: 'not_found' });

  const undos = await Promise.all([1, 2, 3].map(() => askUndo(desk.customer, id)));
  const [undo] = undos;
  expect(new Set(undos.map((each) => each.id)).size).toBe(1);
  await Promise.all([carryOutApart(undo?.id ?? ''), takeUpActions(), takeUpActions()]);
  await takeUpActions();
  expect(await appointments()).toMatchObject([{ status: 'cancelled' }]);
  const { cards, last } = await shownOf(id);
  expect(cards).toMatchObject([{ state: 'undone' }]);
  expect(cards[0]?.undoUntil).toBeUndefined();
  expect(cards[0]?.hasCalendar).toBeUndefined();
  expect(last).toContain('I have taken that back');
  expect((await shownOf(undo?.id ?? '')).cards).toMatchObject([{ state: 'done' }]);
  expect((await historyOf(id)).slice(-2)).toEqual(['undo-asked', 'undone']);
  await expect(askUndo(desk.customer, id)).rejects.toMatchObject({ code: 'action_decided' });
});

test('taking back whose answer was lost is asked after like anything else', async () => {
  await db().delete(demoAppointments);
  const id = await done(booking);
  const undo = await askUndo(desk.customer, id);
  desk.spoil(({ method }) => (method === 'POST' ? 'lost' : 'away'));
  await carryOutApart(undo.id);
  expect((await shownOf(undo.id)).last).toContain('We are finding out');
  expect(await requireAction(id)).toMatchObject({ state: 'done' });
  desk.heal();
  await makeDue(undo.id);
  await takeUpActions();
  expect(await requireAction(id)).toMatchObject({ state: 'undone' });
  expect(await appointments()).toMatchObject([{ status: 'cancelled' }]);
});

test('what its time is over for, and what cannot be taken back, stays', async () => {
  await db().delete(demoAppointments);
  const id = await done(booking);
  await db().update(actions).set({ undoUntil: sql`now()` }).where(eq(actions.id, id));
  await expect(askUndo(desk.customer, id)).rejects.toMatchObject({ code: 'undo_over' });
  const cancelled = await done('Cancel my appointment');
  await expect(askUndo(desk.customer, cancelled)).rejects.toMatchObject({ code: 'not_found' });
});

test('one that the company refuses to take back stays, and may be asked for again', async () => {
  await db().delete(demoAppointments);
  const id = await done(booking);
  await db().update(demoAppointments).set({ status: 'cancelled' });
  const undo = await askUndo(desk.customer, id);
  await carryOutApart(undo.id);
  expect(await requireAction(undo.id)).toMatchObject({ state: 'failed' });
  expect(await requireAction(id)).toMatchObject({ state: 'done' });
  expect((await shownOf(id)).last).toContain('cannot be cancelled any more');
  expect((await askUndo(desk.customer, id)).id).not.toBe(undo.id);
});

/** Where the account's parcels go, and that of its order which is being packed. */
async function addresses() {
  const [account] = await db().select().from(demoCustomers).where(eq(demoCustomers.id, 'C-1001'));
  const [order] = await db().select().from(demoOrders).where(eq(demoOrders.id, 'SO-10440'));
  return [account?.address, order?.deliveryAddress ?? account?.address];
}

test.each([
  [
    'return',
    'I want to return SO-10421 because the sound crackles',
    async () =>
      (await db().select().from(demoReturns)).filter(
        ({ orderId, status }) => orderId === 'SO-10421' && status !== 'cancelled',
      ),
    'is taken back',
  ],
  [
    'objection',
    'I dispute invoice INV-2026-0017 because it is too much',
    () => db().select().from(demoDisputes).where(eq(demoDisputes.status, 'open')),
    'is taken back',
  ],
  ['address', 'Change my delivery address to 5 Quay Road #03-12, 049999', addresses, 'again'],
])('a %s is as it was before once it is taken back', async (_, text, books, told) => {
  const before = JSON.stringify(await books());
  const id = await done(text);
  expect(JSON.stringify(await books())).not.toBe(before);
  const undo = await askUndo(desk.customer, id);
  await carryOutApart(undo.id);
  expect((await shownOf(id)).last).toContain(told);
  expect(JSON.stringify(await books())).toBe(before);
});

test('a claim of a member of staff, and a moved appointment, are taken back', async () => {
  const claim = await done('Claim $20 for a taxi yesterday, I have the receipt', desk.operator);
  const mine = () =>
    db()
      .select()
      .from(demoExpenseClaims)
      .where(eq(demoExpenseClaims.employeeId, `staff:${desk.operator.email}`));
  const claimed = (await mine()).length;
  await carryOutApart((await askUndo(desk.operator, claim)).id);
  expect(await mine()).toHaveLength(claimed - 1);

  await db().delete(demoAppointments);
  await done(booking);
  const [booked] = await appointments();
  const moved = await done('Move my appointment to 11:00');
  expect((await appointments())[0]?.startsAt).not.toEqual(booked?.startsAt);
  await carryOutApart((await askUndo(desk.customer, moved)).id);
  expect((await appointments())[0]?.startsAt).toEqual(booked?.startsAt);
});
