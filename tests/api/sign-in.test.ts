import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations } from '@/drizzle/schema/conversations';
import { toGuest } from '@/lib/auth/to-principal';
import { db } from '@/lib/db/client';
import { listMails } from '@/lib/db/mails';
import { newId } from '@/lib/ids';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { enableUser } from '@/lib/operations/enable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { BrowserSession } from '@/tests/support/browser-session';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';

let desk: DeskServer;
const browser = () => new BrowserSession(desk.url);
const tokenOf = (text: string) => text.match(/token=([\w-]+)/)?.[1];

beforeAll(async () => {
  await seedDemoUsers();
  desk = await serveDesk();
});
afterAll(() => desk.close());

test('a one-time link signs a person in, and lands where their work is', async () => {
  const person = browser();
  const { url } = await createSignInLink({ email: 'admin@demo.test' });
  const landing = await person.open(url);
  expect(landing.status).toBe(302);
  expect(landing.headers.get('location')).toBe(`${desk.url}/staff`);
  expect(landing.headers.get('cache-control')).toBe('private, no-store');
  const users = await person.fetch('/api/users');
  expect(users.status).toBe(200);
  const session = await (await person.fetch('/api/auth/session')).json();
  expect(Object.keys(session).sort()).toEqual(['expires', 'user']);
  expect(session.user).toEqual({ name: 'Ada Marsh', email: 'admin@demo.test' });
});

test('a link that was used once signs nobody in again', async () => {
  const { url } = await createSignInLink({ email: 'viewer@demo.test' });
  expect((await browser().open(url)).headers.get('location')).toContain('/admin/transcripts');
  const second = browser();
  const refused = await second.open(url);
  expect(refused.headers.get('location')).toBe(`${desk.url}/sign-in?error=Verification`);
  expect(second.cookie('frontdesk.session')).toBeUndefined();
});

test('two who open the same link at once: one gets in', async () => {
  const { url } = await createSignInLink({ email: 'viewer@demo.test' });
  const people = [browser(), browser(), browser()];
  await Promise.all(people.map((person) => person.open(url)));
  expect(people.filter((person) => person.cookie('frontdesk.session'))).toHaveLength(1);
});

test('an expired link explains itself on the sign-in page', async () => {
  const { url } = await createSignInLink({ email: 'viewer@demo.test', maxAgeSeconds: -1 });
  expect((await browser().open(url)).headers.get('location')).toContain('error=Verification');
});

test.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])(
  'a link never leads away from the desk: %s',
  async (next) => {
    const { url } = await createSignInLink({ email: 'customer@demo.test', next });
    const tampered = new URL(url);
    tampered.searchParams.set('callbackUrl', next);
    const landing = await browser().open(tampered.href);
    // What Auth.js cannot read as an address is refused; the rest stays on the desk.
    const location = landing.headers.get('location') ?? desk.url;
    expect(new URL(location).origin).toBe(desk.url);
  },
);

test('a disabled account cannot use a link that it still has, nor after it is enabled again', async () => {
  const leaver = await createUser({ email: 'leaver@demo.test', kind: 'staff' });
  const { url } = await createSignInLink({ userId: leaver.id });
  await disableUser(leaver.id);
  const person = browser();
  await person.open(url);
  expect(person.cookie('frontdesk.session')).toBeUndefined();
  await enableUser(leaver.id);
  await person.open(url);
  expect(person.cookie('frontdesk.session')).toBeUndefined();
  await disableUser(leaver.id);
  await expect(createSignInLink({ userId: leaver.id })).rejects.toMatchObject({
    code: 'account_disabled',
  });
});

test('asking for a link is answered alike for everybody, and mails only those with an account', async () => {
  const person = browser();
  const known = await person.post('/api/sign-in', { email: ' Customer@demo.test', next: '/?a=1' });
  const unknown = await person.post('/api/sign-in', { email: 'nobody@demo.test' });
  expect([known.status, unknown.status]).toEqual([202, 202]);
  expect(await known.text()).toBe(await unknown.text());
  await expect.poll(async () => (await listMails()).length).toBe(1);
  const [mail] = await listMails();
  expect(mail).toMatchObject({ to: 'customer@demo.test', state: 'outbox' });
  const link = mail?.body.match(/http\S+/)?.[0] ?? '';
  expect(new URL(link).pathname).toBe('/sign-in/confirm');
  const landing = await person.open(link.replace('/sign-in/confirm', '/api/auth/callback/link'));
  expect(landing.headers.get('location')).toBe(`${desk.url}/?a=1`);
});

test('somebody whose session has ended can ask for a new link', async () => {
  const person = browser();
  person.setCookie('frontdesk.session', 'of-long-ago');
  expect((await person.fetch('/api/users')).status).toBe(401);
  const asked = await person.post('/api/sign-in', { email: 'viewer@demo.test' });
  expect(asked.status).toBe(202);
});

test('asking again and again for one address is slowed down', async () => {
  const person = browser();
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const answer = await person.post('/api/sign-in', { email: 'target@demo.test' });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});

test('what a guest has talked about comes along when they sign in as a customer', async () => {
  const person = browser();
  await person.post('/api/sign-in', { email: 'nobody@demo.test' });
  const guestId = person.cookie('frontdesk.guest')?.split('.')[0] ?? '';
  const guest = toGuest(guestId, 'en');
  const id = newId();
  await db().insert(conversations).values({
    id,
    participantKind: 'guest',
    participantId: guest.id,
    locale: 'en',
    title: 'Where is my order?',
  });
  const { url } = await createSignInLink({ email: 'customer@demo.test' });
  await person.open(url);
  const customer = await db().query.users.findFirst({
    where: (user, { eq }) => eq(user.email, 'customer@demo.test'),
  });
  const claimed = await db().query.conversations.findFirst({
    where: (row, { eq }) => eq(row.id, id),
  });
  expect(claimed).toMatchObject({ participantKind: 'customer', participantId: customer?.id });
});

test('Auth.js’s own way to ask for a link mails nothing', async () => {
  const person = browser();
  const { csrfToken } = await (await person.fetch('/api/auth/csrf')).json();
  const before = (await listMails()).length;
  const answer = await person.fetch('/api/auth/signin/link', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, email: 'admin@demo.test' }),
  });
  expect(answer.headers.get('location')).toBe(`${desk.url}/sign-in`);
  expect((await listMails()).length).toBe(before);
});

test('the stored token is not the one in the link', async () => {
  const { url } = await createSignInLink({ email: 'viewer@demo.test' });
  const rows = await db().query.verificationTokens.findMany();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => row.token)).not.toContain(tokenOf(url));
});
