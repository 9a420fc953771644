import { expect, test } from 'vitest';
import { findConversation } from '@/lib/db/conversations/conversations';
import { makeCase, makeStaff } from '@/tests/support/make-case';
import { takeCase } from './take-case';

test('of two operators who take a case at once, one becomes the owner and one is told', async () => {
  const { caseId, conversationId } = await makeCase();
  const operators = await Promise.all([makeStaff(), makeStaff()]);
  const results = await Promise.allSettled(operators.map((one) => takeCase(one, caseId)));

  const winners = operators.filter((_, index) => results[index]?.status === 'fulfilled');
  const refusals = results.filter((result) => result.status === 'rejected');
  expect(winners).toHaveLength(1);
  expect(refusals).toMatchObject([{ reason: { code: 'conflict' } }]);
  expect(await findConversation(conversationId)).toMatchObject({
    ownerKind: 'operator',
    ownerId: winners[0]?.id,
    ownerVersion: 2,
  });
});

test('an operator who clicks Take twice owns the case once', async () => {
  const { caseId } = await makeCase();
  const operator = await makeStaff();
  const first = await takeCase(operator, caseId);
  expect(await takeCase(operator, caseId)).toEqual(first);
});

test("another team's case looks as if it were not there", async () => {
  const { caseId } = await makeCase({ teamId: 'finance' });
  const operator = await makeStaff({ teamIds: ['support'] });
  await expect(takeCase(operator, caseId)).rejects.toMatchObject({ code: 'not_found' });
});

test('an admin may take the case of any team', async () => {
  const { caseId } = await makeCase({ teamId: 'finance' });
  const admin = await makeStaff({ roles: ['admin'], teamIds: [] });
  await expect(takeCase(admin, caseId)).resolves.toEqual({ ownerVersion: 2 });
});
