import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAppointments, demoCalendars } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { addDays, zonedDate } from '@/lib/time-zone';
import { requireCalendar, slotsOn } from './calendar';
import { serviceCredential } from './credential';
import { type DemoServer, startDemoServer } from './demo-server';

const calendarId = 'busy';
const bookings = 1000;
const moves = 300;
const wantedSlots = 50;
// Long enough for a busy machine; a quiet one needs a tenth of it.
const timeout = 60_000;
let server: DemoServer;
let starts: Date[];

beforeAll(async () => {
  await seedDemoCompany(db());
  const day: [string, string] = ['00:00', '23:45'];
  await db()
    .insert(demoCalendars)
    .values({
      id: calendarId,
      nameEn: 'Busy',
      nameZh: '忙',
      timeZone: 'Asia/Kolkata',
      slotMinutes: 15,
      hours: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day },
    });
  const calendar = await requireCalendar(db(), calendarId);
  const today = zonedDate(new Date(), calendar.timeZone);
  starts = Array.from({ length: 20 }, (_, day) => slotsOn(calendar, addDays(today, day + 1)))
    .flat()
    .map(({ startsAt }) => startsAt);
  server = await startDemoServer();
});

afterAll(() => server.stop());

/** What was answered: `ok`, or the code of the refusal. */
async function ask(path: string, account: string, body: object): Promise<string> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${serviceCredential()}`,
      'x-account-id': account,
      'idempotency-key': newId(),
    },
    body: JSON.stringify(body),
  });
  const { code = 'ok' } = (await response.json()) as { code?: string };
  return code;
}

function count(answers: string[]): Record<string, number> {
  const groups = Map.groupBy(answers, (answer) => answer);
  return Object.fromEntries([...groups].map(([answer, { length }]) => [answer, length]));
}

const account = (index: number) => `C-${1001 + (index % 200)}`;
const atOnce = <T>(length: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length }, (_, index) => work(index)));
const booked = () =>
  db()
    .select()
    .from(demoAppointments)
    .where(and(eq(demoAppointments.calendarId, calendarId), eq(demoAppointments.status, 'booked')));

test('a thousand people want fifty times at once: fifty get one, all others are told that it is taken', {
  timeout,
}, async () => {
  const answers = await atOnce(bookings, (index) =>
    ask('/appointments', account(index), { calendarId, startsAt: starts[index % wantedSlots] }),
  );
  expect(count(answers)).toEqual({ ok: wantedSlots, slot_taken: bookings - wantedSlots });
  const rows = await booked();
  expect(new Set(rows.map(({ startsAt }) => startsAt.getTime())).size).toBe(wantedSlots);
  expect(rows).toHaveLength(wantedSlots);
});

test('three hundred move to fifty other times at once: fifty do, all others stay where they were', {
  timeout,
}, async () => {
  const wanted = starts.slice(wantedSlots, 2 * wantedSlots);
  const held = starts.slice(2 * wantedSlots, 2 * wantedSlots + moves);
  const rows = await db()
    .insert(demoAppointments)
    .values(
      held.map((startsAt, index) => ({
        calendarId,
        customerId: account(index),
        startsAt,
        endsAt: new Date(startsAt.getTime() + 15 * 60_000),
        topic: '',
        status: 'booked' as const,
      })),
    )
    .returning();
  const answers = await atOnce(moves, (index) =>
    ask(`/appointments/${rows[index]?.id}/reschedule`, account(index), {
      startsAt: wanted[index % wantedSlots],
    }),
  );
  expect(count(answers)).toEqual({ ok: wantedSlots, slot_taken: moves - wantedSlots });
  const after = new Map((await booked()).map((row) => [row.id, row]));
  for (const [index, { id, startsAt }] of rows.entries()) {
    const moved = answers[index] === 'ok';
    expect(after.get(id)?.startsAt).toEqual(moved ? wanted[index % wantedSlots] : startsAt);
    expect(after.get(id)?.revision).toBe(moved ? 1 : 0);
  }
});

test('two who want each other’s time at once are both answered, and keep one each', async () => {
  const [first, second] = (await booked()).slice(0, 2);
  if (!first || !second) throw new Error('nothing is booked');
  const move = (from: typeof first, to: typeof first) =>
    ask(`/appointments/${from.id}/reschedule`, from.customerId, { startsAt: to.startsAt });
  expect(await Promise.all([move(first, second), move(second, first)])).toEqual([
    'slot_taken',
    'slot_taken',
  ]);
});

test('what overlaps an appointment cannot be stored, whatever its length', async () => {
  const [row] = await booked();
  const minute = 60_000;
  const at = (minutes: number) => new Date((row?.startsAt.getTime() ?? 0) + minutes * minute);
  const store = (from: number, to: number, status: 'booked' | 'cancelled' = 'booked') =>
    db()
      .insert(demoAppointments)
      .values({
        calendarId,
        customerId: 'C-1001',
        startsAt: at(from),
        endsAt: at(to),
        topic: '',
        status,
      });
  const refusal = (code: string) =>
    expect.objectContaining({ cause: expect.objectContaining({ code }) });
  await expect(store(7, 8)).rejects.toEqual(refusal('23P01'));
  await expect(store(-600, 600)).rejects.toEqual(refusal('23P01'));
  await expect(store(3, 3)).rejects.toEqual(refusal('23514'));
  await store(7, 8, 'cancelled');
  await db().execute(
    sql`update demo.appointments set status = 'cancelled' where calendar_id = ${calendarId}`,
  );
  await store(-600, 600);
  const body = { calendarId, startsAt: row?.startsAt };
  expect(await ask('/appointments', 'C-1002', body)).toBe('slot_taken');
});
