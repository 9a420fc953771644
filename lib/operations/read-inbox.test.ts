import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { makeCase, makeStaff, saySomething } from '@/tests/support/make-case';
import { readCase, readInbox } from './read-inbox';
import { replyAsOperator } from './reply-as-operator';
import { takeCase } from './take-case';

test('an operator sees the cases of their teams, the most urgent first', async () => {
  const teamId = 'urgency';
  const operator = await makeStaff({ teamIds: [teamId] });
  const ordinary = await makeCase({ teamId });
  const urgent = await makeCase({ teamId, category: 'complaint' });
  await makeCase({ teamId: 'another' });

  const { cases, counts } = await readInbox(operator, 'open');
  expect(cases.map(({ id }) => id)).toEqual([urgent.caseId, ordinary.caseId]);
  expect(counts).toEqual({ open: 2, assigned: 0, closed: 0 });
});

test('a case waits for a reply until the operator has written one', async () => {
  const operator = await makeStaff({ teamIds: ['waiting'] });
  const { caseId, conversationId } = await makeCase({ teamId: 'waiting' });
  const { ownerVersion } = await takeCase(operator, caseId);
  const isAwaiting = async () => (await readCase(operator, caseId)).case.isAwaitingReply;

  expect(await isAwaiting()).toBe(true);
  await replyAsOperator(operator, caseId, { id: newId(), text: 'Hello.', ownerVersion });
  expect(await isAwaiting()).toBe(false);
  await saySomething(conversationId, 'Thank you. One more thing…');
  expect(await isAwaiting()).toBe(true);
});

test('a long conversation is read in pages, from its end', async () => {
  const operator = await makeStaff();
  const { caseId, conversationId } = await makeCase();
  for (let n = 2; n <= 105; n += 1) await saySomething(conversationId, `Message ${n}`);

  const latest = await readCase(operator, caseId);
  expect(latest.hasEarlier).toBe(true);
  expect(latest.messages.map(({ metadata }) => metadata?.seq)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 6),
  );
  const earlier = await readCase(operator, caseId, 6);
  expect(earlier).toMatchObject({ hasEarlier: false });
  expect(earlier.messages).toHaveLength(5);
});

test("another team's case cannot be read", async () => {
  const { caseId } = await makeCase({ teamId: 'finance' });
  await expect(readCase(await makeStaff(), caseId)).rejects.toMatchObject({ code: 'not_found' });
});
