import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversations } from '@/drizzle/schema/conversations';
import { db } from '@/lib/db/client';
import { listCases, requireCase } from '@/lib/db/conversations/cases';
import { findConversation } from '@/lib/db/conversations/conversations';
import { listMessages } from '@/lib/db/conversations/messages';
import { makeCase, makeStaff } from '@/tests/support/make-case';
import { handBack } from './hand-back';
import { takeCase } from './take-case';

test('after handing back, the AI owns the conversation again and the person is told', async () => {
  const { caseId, conversationId } = await makeCase({ category: 'no-source' });
  const operator = await makeStaff();
  await db()
    .update(conversations)
    .set({ unansweredCount: 2 })
    .where(eq(conversations.id, conversationId));
  await takeCase(operator, caseId);
  await handBack(operator, caseId);

  expect(await findConversation(conversationId)).toMatchObject({
    ownerKind: 'ai',
    ownerId: null,
    unansweredCount: 0,
  });
  expect(await requireCase(db(), operator, caseId)).toMatchObject({ state: 'closed' });
  expect((await listMessages(conversationId)).at(-1)?.parts).toMatchObject([
    { type: 'data-notice', data: { code: 'handed-back' } },
  ]);
});

test('handing back twice tells the person once', async () => {
  const { caseId, conversationId } = await makeCase();
  const operator = await makeStaff();
  await takeCase(operator, caseId);
  await Promise.all([handBack(operator, caseId), handBack(operator, caseId)]);
  expect(await listMessages(conversationId)).toHaveLength(2);
});

test("an operator cannot hand back a colleague's case, an admin can", async () => {
  const { caseId } = await makeCase();
  await takeCase(await makeStaff(), caseId);
  await expect(handBack(await makeStaff(), caseId)).rejects.toMatchObject({ code: 'not_owner' });
  await expect(handBack(await makeStaff({ roles: ['admin'] }), caseId)).resolves.toBeUndefined();
});

test('a person who comes back gets a new case', async () => {
  const { caseId, conversationId } = await makeCase();
  const operator = await makeStaff({ teamIds: ['returned'] });
  const admin = await makeStaff({ roles: ['admin'] });
  await handBack(admin, caseId);
  const again = await makeCase({ conversationId, teamId: 'returned', category: 'complaint' });
  expect(again.caseId).not.toBe(caseId);
  expect(await listCases(operator, 'open')).toMatchObject([
    { case: { id: again.caseId, priority: 'high' }, lastRole: 'assistant' },
  ]);
});
