import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findUserByEmail } from '@/lib/db/identity/users';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { BrowserSession } from '@/tests/support/browser-session';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import {
  type IdentityProvider,
  logInAtProvider,
  startIdentityProvider,
} from '@/tests/support/identity-provider';

const people = {
  newcomer: { email: 'New.Comer@org.test', email_verified: true, name: 'New Comer' },
  operator: { email: 'operator@org.test', email_verified: true },
  impostor: { email: 'operator@org.test', email_verified: false },
  leaver: { email: 'leaver@org.test', email_verified: true },
};

let desk: DeskServer;
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider(people, () => `${desk.url}/api/auth/callback/oidc`);
  process.env.AUTH_OIDC_ISSUER = provider.issuer;
  process.env.AUTH_OIDC_ID = provider.clientId;
  process.env.AUTH_OIDC_SECRET = provider.clientSecret;
  desk = await serveDesk();
});
afterAll(async () => {
  await desk.close();
  await provider.close();
});

/** Presses «Sign in with your organisation», logs in there, and comes back. */
async function comeIn(person: BrowserSession, login: keyof typeof people, callbackUrl = '/') {
  const { csrfToken } = await (await person.fetch('/api/auth/csrf')).json();
  const leave = await person.fetch('/api/auth/signin/oidc', {
    method: 'POST',
    headers: { 'x-auth-return-redirect': '1' },
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  });
  const { url } = await leave.json();
  const landing = await person.fetch(await logInAtProvider(provider, url, login));
  return landing.headers.get('location');
}

const sessionOf = async (person: BrowserSession) =>
  (await person.fetch('/api/auth/session')).json();

test('somebody new becomes a customer, and is the same customer the next time', async () => {
  const person = new BrowserSession(desk.url);
  expect(await comeIn(person, 'newcomer', '/?from=mail')).toBe(`${desk.url}/?from=mail`);
  expect(await sessionOf(person)).toMatchObject({ user: { email: 'new.comer@org.test' } });
  const user = await findUserByEmail('new.comer@org.test');
  expect(user).toMatchObject({ kind: 'customer', name: 'New Comer', roles: [] });
  expect(user?.id).toMatch(/^[\w-]{22}$/);

  await comeIn(new BrowserSession(desk.url), 'newcomer');
  expect((await findUserByEmail('new.comer@org.test'))?.id).toBe(user?.id);
  const [account] = await db().query.accounts.findMany();
  expect(account).toMatchObject({ access_token: null, id_token: null, refresh_token: null });
});

test('an account that an administrator made is used, when the provider vouches for the address', async () => {
  const operator = await createUser({
    email: 'operator@org.test',
    kind: 'staff',
    roles: ['operator'],
  });
  const impostor = new BrowserSession(desk.url);
  expect(await comeIn(impostor, 'impostor')).toContain('/sign-in?error=EmailNotVerified');
  expect(await sessionOf(impostor)).toBeNull();

  const person = new BrowserSession(desk.url);
  expect(await comeIn(person, 'operator', '/inbox')).toBe(`${desk.url}/inbox`);
  expect((await person.fetch('/api/inbox')).status).toBe(200);
  const accounts = await db().query.accounts.findMany();
  expect(accounts.find(({ userId }) => userId === operator.id)?.providerAccountId).toBe('operator');
});

test('coming in as somebody else does not tie the two people together', async () => {
  const person = new BrowserSession(desk.url);
  const first = await createUser({ email: 'first@org.test', kind: 'customer' });
  await person.open((await createSignInLink({ userId: first.id })).url);
  await comeIn(person, 'newcomer');
  expect(await sessionOf(person)).toMatchObject({ user: { email: 'new.comer@org.test' } });
  const accounts = await db().query.accounts.findMany();
  expect(accounts.some(({ userId }) => userId === first.id)).toBe(false);
});

test('a disabled account is refused, whatever the provider says', async () => {
  await comeIn(new BrowserSession(desk.url), 'leaver');
  const leaver = await findUserByEmail('leaver@org.test');
  await disableUser(leaver?.id ?? '');
  const person = new BrowserSession(desk.url);
  expect(await comeIn(person, 'leaver')).toContain('/sign-in?error=AccessDenied');
  expect(await sessionOf(person)).toBeNull();
});
