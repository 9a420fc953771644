import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personFacts } from '@/drizzle/schema/person-facts';
import { db } from '@/lib/db/client';
import { addPersonFact, listPersonFacts } from '@/lib/db/conversations/person-facts';
import { findUserByEmail } from '@/lib/db/identity/users';
import { newId } from '@/lib/ids';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { accountViewSchema, mostFacts } from '@/lib/shared/account';
import { ChatClient, dataOf, textOf } from '@/tests/support/chat-client';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';

let desk: DeskServer;

beforeAll(async () => {
  await seedDemoUsers();
  desk = await serveDesk();
});
beforeEach(() => db().delete(personFacts));
afterAll(() => desk.close());

/** Calls the desk as somebody with an API key, or as a guest. */
async function callerOf(email?: string) {
  const userId = email && (await findUserByEmail(email))?.id;
  const key = userId ? (await createApiKey({ userId, name: 'test' })).key : undefined;
  return (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (key) headers.set('authorization', `Bearer ${key}`);
    return fetch(`${desk.url}${path}`, { ...init, headers });
  };
}

const customer = () => callerOf('customer@demo.test');
const stranger = () => callerOf('operator@demo.test');

async function factsSeenBy(call: Awaited<ReturnType<typeof callerOf>>) {
  return accountViewSchema.parse(await (await call('/api/account')).json()).facts;
}

test('a customer who asks for something to be remembered finds and erases it in their account', async () => {
  const call = await customer();
  const person = new ChatClient(call);
  const answer = await person.ask('Remember that I prefer e-mail.');
  expect(textOf(answer)).toBe('All right, I will remember that.');
  expect(dataOf(answer, 'notice')).toEqual([{ code: 'remembered', detail: 'I prefer e-mail' }]);
  const [fact] = await factsSeenBy(call);
  expect(fact?.text).toBe('I prefer e-mail');

  const other = await stranger();
  expect(await factsSeenBy(other)).toEqual([]);
  const taken = await other(`/api/account/facts/${fact?.id}`, { method: 'DELETE' });
  const unknown = await other(`/api/account/facts/${newId()}`, { method: 'DELETE' });
  expect([taken.status, unknown.status]).toEqual([404, 404]);
  expect((await other('/api/account/facts', { method: 'DELETE' })).status).toBe(204);
  expect(await factsSeenBy(call)).toHaveLength(1);

  expect((await call(`/api/account/facts/${fact?.id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await factsSeenBy(call)).toEqual([]);
});

test('a customer writes in Chinese, says it twice, and erases all of it', async () => {
  const call = await customer();
  expect(textOf(await new ChatClient(call).ask('请记住，我对花生过敏。'))).toBe('好的，我记住了。');
  const again = await new ChatClient(call).ask('请记住，我对花生过敏');
  expect(textOf(again)).toBe('这一点我已经记下了。');
  expect(dataOf(again, 'notice')).toEqual([]);
  expect(await factsSeenBy(call)).toHaveLength(1);
  expect((await call('/api/account/facts', { method: 'DELETE' })).status).toBe(204);
  expect(await factsSeenBy(call)).toEqual([]);
});

test('a guest is asked to sign in: nothing of them is remembered', async () => {
  const call = await callerOf();
  const answer = await new ChatClient(call).ask('Remember that I prefer e-mail.');
  expect(textOf(answer)).toContain('sign in');
  expect(await db().select().from(personFacts)).toEqual([]);
  expect((await call('/api/account')).status).toBe(401);
});

test('so much is remembered of one person, and no more', async () => {
  const user = await findUserByEmail('customer@demo.test');
  const conversationId = null;
  const rows = Array.from({ length: mostFacts }, (_, at) => {
    return { id: newId(), userId: user?.id ?? '', text: `Fact ${at}`, conversationId, turnId: 'x' };
  });
  await db().insert(personFacts).values(rows);
  const answer = await new ChatClient(await customer()).ask('Remember that I prefer e-mail.');
  expect(textOf(answer)).toContain('Erase something');
  expect(await listPersonFacts(user?.id ?? '')).toHaveLength(mostFacts);
});

test('an account that is disabled is shown nothing any more', async () => {
  const user = await createUser({ email: `${randomUUID()}@desk.test`, kind: 'customer' });
  const call = await callerOf(user.email);
  const said = { userId: user.id, text: 'I like tea', conversationId: null, turnId: 'x' };
  await addPersonFact(said);
  expect(await factsSeenBy(call)).toHaveLength(1);
  await disableUser(user.id);
  expect((await call('/api/account')).status).toBe(401);
});
