import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findActiveCase, requireCase } from '@/lib/db/conversations/cases';
import { findConversation } from '@/lib/db/conversations/conversations';
import { makeCase, makeConversation, makeStaff } from '@/tests/support/make-case';
import { openCase } from './open-case';

const wanted = { category: 'asked-for-person', summary: 'Asks for a person.' } as const;

test('calling a person takes the conversation from the AI and puts it into the queue', async () => {
  const { caseId, conversationId } = await makeCase({ teamId: 'finance' });
  expect(await findConversation(conversationId)).toMatchObject({
    ownerKind: 'queue',
    ownerId: 'finance',
    ownerVersion: 1,
  });
  expect(await findActiveCase(db(), conversationId)).toMatchObject({ id: caseId, state: 'open' });
});

test('a conversation that already waits for a person gets no second case', async () => {
  const conversationId = await makeConversation();
  const open = () => db().transaction((tx) => openCase(tx, { conversationId, ...wanted }));
  const [first, second] = await Promise.all([open(), open()]);
  expect(first.caseId).toBe(second.caseId);
  expect([first.isNew, second.isNew].sort()).toEqual([false, true]);
  expect((await findConversation(conversationId))?.ownerVersion).toBe(1);
});

test('a complaint is urgent, and its first reply is due in fifteen minutes', async () => {
  const { caseId } = await makeCase({ category: 'complaint' });
  const found = await requireCase(db(), await makeStaff(), caseId);
  expect(found.priority).toBe('high');
  expect(found.dueAt.getTime() - found.openedAt.getTime()).toBe(15 * 60_000);
});

test('a case of a conversation that does not exist is refused', async () => {
  const open = db().transaction((tx) => openCase(tx, { conversationId: 'nowhere', ...wanted }));
  await expect(open).rejects.toMatchObject({ code: 'not_found' });
});
