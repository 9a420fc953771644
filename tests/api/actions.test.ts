import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAppointments, demoReturns } from '@/drizzle/schema/demo';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { approvalListSchema } from '@/lib/shared/actions';
import { ChatClient, dataOf, textOf } from '@/tests/support/chat-client';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { waitFor } from '@/tests/support/wait-for';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startDesk();
  await seedDemoCompany(db());
});
afterAll(() => desk.stop());

const request = 'I want to return SO-10421 because the sound crackles';

async function customer(): Promise<ChatClient> {
  return new ChatClient(desk.fetch, await desk.signIn('customer@demo.test'));
}

async function propose(person: ChatClient): Promise<string> {
  const [card] = dataOf(await person.ask(request), 'action');
  if (!card) throw new Error('no card was shown');
  return card.actionId;
}

const decide = (person: ChatClient, actionId: string, decision: string) =>
  person.post(`/api/actions/${actionId}`, { decision });

async function lastWords(person: ChatClient): Promise<string> {
  const { messages, turn } = await person.reload();
  return turn === 'ended' ? textOf(messages.at(-1)) : '';
}

test('a customer confirms a card, also after a restart, and it is done once', async () => {
  const person = await customer();
  const actionId = await propose(person);
  const stranger = new ChatClient(desk.fetch);
  expect((await decide(stranger, actionId, 'approve')).status).toBe(404);
  expect((await decide(person, 'unknown', 'approve')).status).toBe(404);
  expect((await decide(person, actionId, 'maybe')).status).toBe(400);

  await desk.kill9();
  await desk.restart();
  const response = await decide(person, actionId, 'approve');
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ state: 'approved' });
  await waitFor('the return number', async () => /RT-\d+/.test(await lastWords(person)));

  const again = await decide(person, actionId, 'approve');
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ error: { code: 'action_decided' } });
  const ofOrder = eq(demoReturns.orderId, 'SO-10421');
  expect(await db().select().from(demoReturns).where(ofOrder)).toHaveLength(1);
  const { messages } = await person.reload();
  expect(dataOf(messages[1], 'action')).toMatchObject([{ actionId, state: 'done' }]);
});

test('a customer cancels a card and is told that nothing was done', async () => {
  const person = await customer();
  const sentence = await person.ask('Book a repair appointment for next Tuesday at 10:30');
  const [card] = dataOf(sentence, 'action');
  expect((await decide(person, card?.actionId ?? '', 'decline')).status).toBe(202);
  await waitFor('the answer', async () => (await lastWords(person)).includes('not done anything'));
});

test('a customer saves a booking into their own calendar, and nobody else does', async () => {
  const person = await customer();
  const [card] = dataOf(
    await person.ask('Book a repair appointment for next Tuesday at 11:00'),
    'action',
  );
  const path = `/api/actions/${card?.actionId}/calendar`;
  const read = (from: ChatClient) => from.fetch(path);
  expect((await read(person)).status).toBe(404);
  await decide(person, card?.actionId ?? '', 'approve');
  await waitFor('the appointment', async () => /AP-3\d+/.test(await lastWords(person)));
  const file = await read(person);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': expect.stringMatching(
      /^attachment; filename\*=UTF-8''appointment-AP-3\d+\.ics$/,
    ),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  const [entry] = new ICAL.Component(ICAL.parse(await file.text())).getAllSubcomponents('vevent');
  const [appointment] = await db()
    .select()
    .from(demoAppointments)
    .where(eq(demoAppointments.status, 'booked'));
  expect(new ICAL.Event(entry).startDate.toJSDate()).toEqual(appointment?.startsAt);
  const strangers = [
    new ChatClient(desk.fetch),
    new ChatClient(desk.fetch, await desk.signIn('operator@demo.test')),
  ];
  for (const stranger of strangers) expect((await read(stranger)).status).toBe(404);
});

test('an operator agrees over the wire to a large refund, which its person then reads of', async () => {
  // What a return will bring is not refunded as well.
  await db().delete(demoReturns);
  const person = await customer();
  const asked = await person.ask('I want a refund for SO-10421 because the headphones crackle');
  const [card] = dataOf(asked, 'action');
  const actionId = card?.actionId ?? '';
  const confirmed = await decide(person, actionId, 'approve');
  expect(await confirmed.json()).toEqual({ state: 'awaiting-operator' });
  await waitFor('the answer', async () => (await lastWords(person)).includes('A colleague must'));

  const approve = (by: ChatClient) =>
    by.post(`/api/approvals/${actionId}`, { decision: 'approve', note: 'Gladly.' });
  const viewer = new ChatClient(desk.fetch, await desk.signIn('viewer@demo.test'));
  for (const stranger of [person, viewer]) {
    expect((await stranger.fetch('/api/approvals')).status).toBe(403);
    expect((await approve(stranger)).status).toBe(403);
  }
  const operator = new ChatClient(desk.fetch, await desk.signIn('operator@demo.test'));
  const listed = await (await operator.fetch('/api/approvals')).json();
  expect(approvalListSchema.parse(listed).approvals).toMatchObject([{ id: actionId }]);
  expect(await (await approve(operator)).json()).toEqual({ state: 'approved' });
  await waitFor('the refund', async () => /RF-\d+/.test(await lastWords(person)));
  expect((await approve(operator)).status).toBe(409);
  const { messages } = await person.reload();
  expect(dataOf(messages.at(-1), 'action')).toMatchObject([{ state: 'done', note: 'Gladly.' }]);
});

test('a customer takes a booking back with a click, and only they do', async () => {
  const person = await customer();
  const asked = await person.ask('Book a repair appointment for next Thursday at 11:00');
  const [card] = dataOf(asked, 'action');
  const undo = (by: ChatClient) => by.post(`/api/actions/${card?.actionId}/undo`, {});
  expect((await undo(person)).status).toBe(404);
  await decide(person, card?.actionId ?? '', 'approve');
  await waitFor('the appointment', async () => /AP-3\d+/.test(await lastWords(person)));
  expect((await undo(new ChatClient(desk.fetch))).status).toBe(404);
  expect((await undo(person)).status).toBe(202);
  await waitFor('the cancelling', async () =>
    (await lastWords(person)).includes('I have taken that back'),
  );
  expect((await undo(person)).status).toBe(409);
  const { messages } = await person.reload();
  expect(dataOf(messages[1], 'action')).toMatchObject([{ state: 'undone' }]);
});
