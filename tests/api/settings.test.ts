import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { settings } from '@/drizzle/schema/settings';
import { db } from '@/lib/db/client';
import { findUserByEmail } from '@/lib/db/identity/users';
import { findSettings } from '@/lib/db/settings';
import { createApiKey } from '@/lib/operations/create-api-key';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { settingsViewSchema } from '@/lib/shared/settings';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';

let desk: DeskServer;

beforeAll(async () => {
  await seedDemoUsers();
  desk = await serveDesk();
});
beforeEach(() => db().delete(settings));
afterAll(() => desk.close());

async function call(email: string, body?: unknown): Promise<Response> {
  const userId = (await findUserByEmail(email))?.id ?? '';
  const { key } = await createApiKey({ userId, name: 'test' });
  return fetch(`${desk.url}/api/settings`, {
    method: body ? 'PATCH' : 'GET',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body ? JSON.stringify(body) : undefined,
  });
}

test('until somebody chooses, documents fail while the service is down', async () => {
  const answer = await call('admin@demo.test');
  expect(await answer.json()).toEqual({ settings: { unstructuredFallback: 'fail' }, changes: [] });
});

test('an administrator changes a setting; it is kept with who did it and when', async () => {
  const before = Date.now();
  const changed = await call('admin@demo.test', { unstructuredFallback: 'local' });
  expect(changed.status).toBe(200);
  const view = settingsViewSchema.parse(await (await call('admin@demo.test')).json());
  expect(view.settings).toEqual({ unstructuredFallback: 'local' });
  const admin = await findUserByEmail('admin@demo.test');
  expect(view.changes).toMatchObject([
    { name: 'unstructuredFallback', by: admin?.name ?? admin?.email },
  ]);
  expect(Date.parse(view.changes[0]?.at ?? '')).toBeGreaterThanOrEqual(before);
  expect(await findSettings()).toEqual({ unstructuredFallback: 'local' });
});

test('a second change replaces the first', async () => {
  await call('admin@demo.test', { unstructuredFallback: 'local' });
  await call('admin@demo.test', { unstructuredFallback: 'fail' });
  expect(await findSettings()).toEqual({ unstructuredFallback: 'fail' });
  expect(await db().select().from(settings)).toHaveLength(1);
});

test('what no setting is, or no value of one, is refused and changes nothing', async () => {
  for (const body of [{ unstructuredFallback: 'maybe' }, { colour: 'red' }, {}]) {
    const refused = await call('admin@demo.test', body);
    expect(refused.status).toBe(400);
    expect((await refused.json()).error.code).toBe('invalid_request');
  }
  expect(await db().select().from(settings)).toEqual([]);
});

test('nobody but administrators reads or changes settings', async () => {
  for (const email of ['developer@demo.test', 'operator@demo.test', 'customer@demo.test']) {
    expect((await call(email)).status).toBe(403);
    expect((await call(email, { unstructuredFallback: 'local' })).status).toBe(403);
  }
  expect(await findSettings()).toEqual({ unstructuredFallback: 'fail' });
});

test('a value that this version does not know counts as not chosen', async () => {
  await call('admin@demo.test', { unstructuredFallback: 'local' });
  await db()
    .update(settings)
    .set({ value: 'ask-a-friend' })
    .where(eq(settings.name, 'unstructuredFallback'));
  expect(await findSettings()).toEqual({ unstructuredFallback: 'fail' });
});
