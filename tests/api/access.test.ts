import { relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Permission, permissions } from '@/lib/auth/permissions';
import { findUserByEmail } from '@/lib/db/identity/users';
import { changeUser } from '@/lib/operations/change-user';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { BrowserSession } from '@/tests/support/browser-session';
import { type DeskServer, listRouteFiles, loadRoute, serveDesk } from '@/tests/support/desk-server';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Routes that are not made with `route()`, each with the reason. */
const withoutPermission: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts': 'Auth.js: this is where people become known',
  'app/api/health/route.ts': 'asked by machines that have no account',
  'app/api/openapi.json/route.ts': 'describes the API, the same to everyone',
  'app/api/ready/route.ts': 'asked by machines that have no account',
  'app/api/demo/[...path]/route.ts': 'stands for another company’s system, with keys of its own',
};

let desk: DeskServer;

beforeAll(async () => {
  await seedDemoUsers();
  desk = await serveDesk();
});
afterAll(() => desk.close());

async function signedIn(email: string): Promise<BrowserSession> {
  const browser = new BrowserSession(desk.url);
  await browser.open((await createSignInLink({ email })).url);
  return browser;
}

interface Entry {
  file: string;
  method: string;
  permission: Permission | undefined;
  path: string;
}

async function listEntries(): Promise<Entry[]> {
  const entries = await Promise.all(
    listRouteFiles().map(async ({ file, segments }) => {
      const module = await loadRoute(file);
      const path = `/${segments.map((part) => (part.startsWith('[') ? 'some-id' : part)).join('/')}`;
      return Object.keys(module)
        .filter((name) => methods.includes(name))
        .map((method) => ({
          file: relative(process.cwd(), file),
          method,
          path,
          permission: permissionOf(module[method]),
        }));
    }),
  );
  return entries.flat();
}

function permissionOf(handler: unknown): Permission | undefined {
  if (typeof handler !== 'function' || !('permission' in handler)) return undefined;
  const name = String(handler.permission);
  return name in permissions ? (name as Permission) : undefined;
}

/** Whether guests, or whoever is signed in, may do it as well as staff. */
const isForOthers = (rule: object) => 'everyone' in rule || 'signedIn' in rule;

test('every route names its permission, but for those that say why not', async () => {
  const entries = await listEntries();
  expect(entries.length).toBeGreaterThan(10);
  const unnamed = entries.filter(({ permission }) => !permission).map(({ file }) => file);
  expect([...new Set(unnamed)].sort()).toEqual(Object.keys(withoutPermission).sort());
});

test('a guest is asked to sign in, and a customer is refused, wherever only staff may go', async () => {
  const guest = new BrowserSession(desk.url);
  const customer = await signedIn('customer@demo.test');
  const entries = (await listEntries()).filter(
    ({ permission }) => permission && !isForOthers(permissions[permission]),
  );
  expect(entries.length).toBeGreaterThan(5);
  for (const { method, path } of entries) {
    const answers = [await guest.fetch(path, { method }), await customer.fetch(path, { method })];
    expect([path, method, ...answers.map((answer) => answer.status)]).toEqual([
      path,
      method,
      401,
      403,
    ]);
  }
});

test('an operator’s open inbox ends at once when the account is disabled', async () => {
  const user = await createUser({ email: 'one@desk.test', kind: 'staff', roles: ['operator'] });
  const operator = await signedIn('one@desk.test');
  const stream = await operator.fetch('/api/inbox/events');
  expect(stream.status).toBe(200);
  const isOver = stream.text();
  await disableUser(user.id);
  expect(await isOver).toContain('retry:');
  expect((await operator.fetch('/api/inbox/events')).status).toBe(401);
});

test('an operator’s open inbox ends when the role is taken away', async () => {
  const user = await createUser({ email: 'two@desk.test', kind: 'staff', roles: ['operator'] });
  const operator = await signedIn('two@desk.test');
  const isOver = (await operator.fetch('/api/inbox/events')).text();
  await changeUser(user.id, { roles: ['viewer'] });
  await isOver;
  expect((await operator.fetch('/api/inbox/events')).status).toBe(403);
});

test('an administrator opens an account and hands over a link that signs in', async () => {
  const admin = await signedIn('admin@demo.test');
  const made = await admin.post('/api/users', {
    email: 'New.One@desk.test',
    kind: 'staff',
    roles: ['operator'],
    teamIds: ['support'],
  });
  expect(made.status).toBe(201);
  const { id } = await made.json();
  const link = await (await admin.post(`/api/users/${id}/sign-in-link`, {})).json();
  const person = new BrowserSession(desk.url);
  expect((await person.open(link.url)).headers.get('location')).toContain('/inbox');
  expect((await person.fetch('/api/inbox')).status).toBe(200);

  const again = await admin.post('/api/users', { email: 'new.one@desk.test', kind: 'customer' });
  expect(again.status).toBe(409);
  const disabled = await admin.post(`/api/users/${id}`, { isDisabled: true }, 'PATCH');
  expect(await disabled.json()).toMatchObject({ isDisabled: true });
  expect((await person.fetch('/api/inbox')).status).toBe(401);
  expect((await admin.post('/api/users/nobody', { name: 'X' }, 'PATCH')).status).toBe(404);
});

test('an API key works from its making to its revoking, and is never shown again', async () => {
  const admin = await signedIn('admin@demo.test');
  const operator = await findUserByEmail('operator@demo.test');
  const keys = `/api/users/${operator?.id}/keys`;
  const { id, key } = await (await admin.post(keys, { name: 'import' })).json();
  const inbox = () =>
    fetch(`${desk.url}/api/inbox`, { headers: { authorization: `Bearer ${key}` } });
  expect((await inbox()).status).toBe(200);
  const listed = await (await admin.fetch(keys)).text();
  expect(listed).toContain('import');
  expect(listed).not.toContain(key);
  expect(listed).not.toContain('hash');
  expect((await admin.fetch(`${keys}/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await inbox()).status).toBe(401);
});

test.each(['https://evil.test', 'null'])(
  'a page of %s cannot act with a person’s cookies',
  async (origin) => {
    const admin = await signedIn('admin@demo.test');
    const answer = await admin.fetch('/api/users', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'x@evil.test', kind: 'staff', roles: ['admin'] }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'wrong_origin' } });
  },
);
