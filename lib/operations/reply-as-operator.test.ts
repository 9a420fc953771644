import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { changeOwner } from '@/lib/db/conversations/conversations';
import { listMessages } from '@/lib/db/conversations/messages';
import { subscribe } from '@/lib/events/bus';
import type { DeskEvent } from '@/lib/events/events';
import { newId } from '@/lib/ids';
import { makeCase, makeStaff } from '@/tests/support/make-case';
import { handBack } from './hand-back';
import { replyAsOperator } from './reply-as-operator';
import { takeCase } from './take-case';

const replyOf = (ownerVersion: number, text = 'Let me look.') => ({
  id: newId(),
  text,
  ownerVersion,
});

async function takenCase() {
  const made = await makeCase();
  const operator = await makeStaff();
  const { ownerVersion } = await takeCase(operator, made.caseId);
  return { ...made, operator, ownerVersion };
}

test('the owner replies, and every process hears of it', async () => {
  const { caseId, conversationId, operator, ownerVersion } = await takenCase();
  const heard: DeskEvent[] = [];
  const stop = await subscribe((event) => heard.push(event));
  const { seq } = await replyAsOperator(operator, caseId, replyOf(ownerVersion));

  const last = (await listMessages(conversationId)).at(-1);
  expect(last).toMatchObject({ seq, role: 'operator', authorName: 'Olga Berg' });
  await expect.poll(() => heard).toContainEqual({ type: 'message-added', conversationId, seq });
  stop();
});

test('the same reply sent twice is stored once', async () => {
  const { caseId, conversationId, operator, ownerVersion } = await takenCase();
  const reply = replyOf(ownerVersion);
  const sent = await Promise.all([
    replyAsOperator(operator, caseId, reply),
    replyAsOperator(operator, caseId, reply),
  ]);
  expect(sent[0].seq).toBe(sent[1].seq);
  expect(sent.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  const stored = await listMessages(conversationId);
  expect(stored.filter(({ id }) => id === reply.id)).toHaveLength(1);
});

test('an operator who has not taken the case cannot reply', async () => {
  const { caseId, ownerVersion } = await takenCase();
  const colleague = await makeStaff();
  await expect(replyAsOperator(colleague, caseId, replyOf(ownerVersion))).rejects.toMatchObject({
    code: 'not_owner',
  });
});

test('a reply written under an earlier version is refused', async () => {
  const { caseId, conversationId, operator, ownerVersion } = await takenCase();
  await db().transaction(async (tx) => {
    await changeOwner(tx, { conversationId, owner: { kind: 'operator', id: operator.id } });
  });
  await expect(replyAsOperator(operator, caseId, replyOf(ownerVersion))).rejects.toMatchObject({
    code: 'not_owner',
  });
});

test('a reply that races with handing back is stored before the notice or not at all', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { caseId, conversationId, operator, ownerVersion } = await takenCase();
    const [reply] = await Promise.allSettled([
      replyAsOperator(operator, caseId, replyOf(ownerVersion)),
      handBack(operator, caseId),
    ]);
    const roles = (await listMessages(conversationId)).map(({ role }) => role);
    if (reply.status === 'fulfilled') expect(roles).toEqual(['user', 'operator', 'assistant']);
    else {
      expect(reply.reason).toMatchObject({ code: 'not_owner' });
      expect(roles).toEqual(['user', 'assistant']);
    }
  }
});
