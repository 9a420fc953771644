import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { openOwnConversation } from '@/lib/db/conversations/conversations';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { actingAs } from './acting-as';

beforeAll(async () => {
  const made = await seedDemoUsers();
  expect(made).toHaveLength(5);
  expect(await seedDemoUsers()).toHaveLength(0);
  const viewer = made.find((user) => user.email === 'viewer@demo.test');
  await disableUser(viewer?.id ?? '');
});

test('a command can act as a guest, a customer or a member of staff', async () => {
  expect(await actingAs('guest', 'zh')).toMatchObject({ kind: 'guest', locale: 'zh' });
  expect(await actingAs('customer:Customer@demo.test', 'en')).toMatchObject({
    kind: 'customer',
    accountId: 'C-1001',
  });
  expect(await actingAs('staff:operator@demo.test', 'en')).toMatchObject({
    roles: ['operator'],
    teamIds: ['support', 'finance', 'scheduling'],
  });
});

test('a guest who goes on with a conversation is the guest who began it; any other is a new one', async () => {
  const first = await actingAs('guest', 'en');
  const id = randomUUID();
  await db().transaction((tx) => openOwnConversation(tx, first, id, 'Hello'));
  expect((await actingAs('guest', 'en', id)).id).toBe(first.id);
  expect((await actingAs('guest', 'en')).id).not.toBe(first.id);
});

test.each([
  ['admin', /not understood/],
  ['customer:', /not understood/],
  ['customer:operator@demo.test', /use --as staff:operator/],
  ['staff:nobody@demo.test', /no account/],
  ['staff:viewer@demo.test', /disabled/],
])('«%s» is refused with what to do', async (who, reason) => {
  await expect(actingAs(who, 'en')).rejects.toThrow(reason);
});
