import { beforeAll, expect, test } from 'vitest';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { principalFromSpec } from './principal-from-spec';

beforeAll(async () => {
  const made = await seedDemoUsers();
  expect(made).toHaveLength(5);
  expect(await seedDemoUsers()).toHaveLength(0);
  const viewer = made.find((user) => user.email === 'viewer@demo.test');
  await disableUser(viewer?.id ?? '');
});

test('a command can act as a guest, a customer or a member of staff', async () => {
  expect(await principalFromSpec('guest', 'zh')).toMatchObject({ kind: 'guest', locale: 'zh' });
  expect(await principalFromSpec('customer:Customer@demo.test')).toMatchObject({
    kind: 'customer',
    accountId: 'C-1001',
  });
  expect(await principalFromSpec('staff:operator@demo.test')).toMatchObject({
    roles: ['operator'],
    teamIds: ['support', 'finance', 'scheduling'],
  });
});

test.each([
  ['admin', /not understood/],
  ['customer:', /not understood/],
  ['customer:operator@demo.test', /no customer account/],
  ['staff:nobody@demo.test', /users create/],
  ['staff:viewer@demo.test', /disabled/],
])('«%s» is refused with what to do', async (spec, reason) => {
  await expect(principalFromSpec(spec)).rejects.toThrow(reason);
});
