import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { createSession } from '@/lib/db/identity/sessions';
import { type User, updateUser } from '@/lib/db/identity/users';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { revokeApiKey } from '@/lib/operations/revoke-api-key';
import { sessionCookieName } from './cookie-names';
import { createGuest, signGuestId } from './guest-cookie';
import { resolvePrincipal, resolveVisitor } from './resolve-principal';

const request = (headers: Record<string, string>) =>
  new Request('http://localhost:3000/api/chat', { headers });
const withSession = (token: string, more = {}) =>
  request({ cookie: `${sessionCookieName()}=${token}`, ...more });
const withKey = (key: string) => request({ authorization: `Bearer ${key}` });

let customer: User;
let operator: User;

beforeAll(async () => {
  customer = await createUser({ email: 'Ada@Example.test', kind: 'customer', accountId: 'C-7' });
  operator = await createUser({
    email: 'op@example.test',
    kind: 'staff',
    roles: ['operator'],
    teamIds: ['support'],
    locale: 'zh',
  });
  await createUser({ email: 'boss@example.test', kind: 'staff', roles: ['admin'] });
});

test('a first visitor is a new guest, and the cookie brings the same guest back', async () => {
  const first = await resolvePrincipal(request({ 'accept-language': 'zh-CN,en;q=0.5' }));
  expect(first.principal).toMatchObject({ kind: 'guest', locale: 'zh', roles: [], teamIds: [] });
  expect(first.setCookie).toMatch(/; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
  const cookie = first.setCookie?.split(';')[0] ?? '';
  const again = await resolvePrincipal(request({ cookie: `other=1; ${cookie}` }));
  expect(again.principal.id).toBe(first.principal.id);
  expect(again.setCookie).toBeUndefined();
});

test.each([
  ['another id under the same signature', `someone-else.${signGuestId('me').split('.')[1]}`],
  ['no signature', 'me'],
  ['an empty signature', 'me.'],
  ['something appended', `${signGuestId('me')}.x`],
  ['bad percent-encoding', '%E0%A4%A'],
])('a guest cookie with %s makes a new guest', async (_what, value) => {
  const { principal, setCookie } = await resolvePrincipal(
    request({ cookie: `frontdesk.guest=${value}` }),
  );
  expect(principal.kind).toBe('guest');
  expect(['me', 'someone-else']).not.toContain(principal.id);
  expect(setCookie).toBeDefined();
});

test('a signed-in customer is known by account number, whatever guest cookie they carry', async () => {
  const token = await createSession(customer.id);
  const guest = createGuest().setCookie.split(';')[0];
  const { principal, setCookie } = await resolvePrincipal(
    request({ cookie: `${guest}; ${sessionCookieName()}=${token}` }),
  );
  expect(principal).toMatchObject({ kind: 'customer', id: customer.id, accountId: 'C-7' });
  expect(principal.email).toBe('ada@example.test');
  expect(setCookie).toBeUndefined();
});

test('staff come with roles, teams and their own language, which the page can override', async () => {
  const token = await createSession(operator.id);
  const { principal } = await resolvePrincipal(withSession(token, { 'accept-language': 'en' }));
  expect(principal).toMatchObject({ kind: 'staff', roles: ['operator'], teamIds: ['support'] });
  expect(principal.locale).toBe('zh');
  const cookie = `${sessionCookieName()}=${token}; locale=en`;
  expect((await resolvePrincipal(request({ cookie }))).principal.locale).toBe('en');
});

test('an API key acts as its user until it is revoked', async () => {
  const { id, key } = await createApiKey({ userId: operator.id, name: 'nightly import' });
  expect((await resolvePrincipal(withKey(key))).principal.id).toBe(operator.id);
  await revokeApiKey({ userId: operator.id, keyId: id });
  await expect(resolvePrincipal(withKey(key))).rejects.toMatchObject({ code: 'key_refused' });
});

test.each(['fd_wrong', 'something', ''])('the key «%s» is refused, never a guest', async (key) => {
  await expect(resolvePrincipal(withKey(key))).rejects.toMatchObject({ status: 401 });
});

test('somebody whose session has expired is told so by the API, and sees pages as a guest', async () => {
  const token = await createSession(customer.id, new Date(Date.now() - 1));
  const expired = withSession(token);
  await expect(resolvePrincipal(expired)).rejects.toMatchObject({ code: 'not_signed_in' });
  const visitor = await resolveVisitor(expired.headers);
  expect(visitor).toMatchObject({ hasEnded: true, principal: { kind: 'guest' } });
});

test('the stored session is of no use as a cookie', async () => {
  const token = await createSession(customer.id);
  const rows = await db().query.sessions.findMany();
  expect(rows.map((row) => row.sessionToken)).not.toContain(token);
  const stored = rows[0]?.sessionToken ?? '';
  await expect(resolvePrincipal(withSession(stored))).rejects.toMatchObject({ status: 401 });
});

test('a disabled account loses its session and its keys at once', async () => {
  const leaver = await createUser({ email: 'leaver@example.test', kind: 'staff' });
  const token = await createSession(leaver.id);
  const { key } = await createApiKey({ userId: leaver.id, name: 'script' });
  await disableUser(leaver.id);
  await expect(resolvePrincipal(withSession(token))).rejects.toMatchObject({ status: 401 });
  await expect(resolvePrincipal(withKey(key))).rejects.toMatchObject({ status: 401 });
  const later = await createSession(leaver.id);
  await expect(resolvePrincipal(withSession(later))).rejects.toMatchObject({ status: 401 });
  await updateUser(db(), leaver.id, { disabledAt: null });
  await expect(resolvePrincipal(withKey(key))).rejects.toMatchObject({ status: 401 });
});

test('the last administrator cannot be disabled', async () => {
  const boss = await db().query.users.findFirst({
    where: (user, { eq }) => eq(user.email, 'boss@example.test'),
  });
  await expect(disableUser(boss?.id ?? '')).rejects.toMatchObject({ code: 'last_admin' });
});
