import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actions, turns } from '@/drizzle/schema/conversations';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { makeConversation, makeStaff } from '@/tests/support/make-case';
import { listApprovals } from './list-approvals';
import { openCase } from './open-case';

const reason = { kind: 'sum-of-day', sum: 40, before: 80, limit: 100 };

async function makeWaiting(conversationId: string): Promise<void> {
  const turnId = newId();
  const turn = { id: turnId, conversationId, answerId: newId(), processKey: 1 };
  await db()
    .insert(turns)
    .values({ ...turn, userMessageId: newId(), state: 'completed' });
  await db()
    .insert(actions)
    .values({
      id: newId(),
      turnId,
      conversationId,
      principalId: newId(),
      tool: 'request_refund',
      args: {},
      argsHash: '',
      preview: { title: 'Refund', fields: [], locale: 'en' },
      idempotencyKey: newId(),
      state: 'awaiting-operator',
      operatorReason: reason,
      teamId: 'support',
      expiresAt: sql`now() + interval '1 day'`,
    });
}

test('the open case of its conversation is named to those only who may open it', async () => {
  const conversationId = await makeConversation();
  await makeWaiting(conversationId);
  const support = await makeStaff({ teamIds: ['support'] });
  const both = await makeStaff({ teamIds: ['support', 'finance'] });
  const admin = await makeStaff({ roles: ['admin'], teamIds: [] });
  expect(await listApprovals(both)).toMatchObject([{ conversationId, caseId: null, reason }]);

  const { caseId } = await db().transaction((tx) =>
    openCase(tx, { conversationId, category: 'complaint', summary: 's', teamId: 'finance' }),
  );
  expect(await listApprovals(support)).toMatchObject([{ conversationId, caseId: null }]);
  expect(await listApprovals(both)).toMatchObject([{ conversationId, caseId }]);
  expect(await listApprovals(admin)).toMatchObject([{ conversationId, caseId }]);
});
