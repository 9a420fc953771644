import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actions } from '@/drizzle/schema/conversations';
import { demoRefunds } from '@/drizzle/schema/demo';
import type { Principal } from '@/lib/auth/principal';
import { requireAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { changeOwner } from '@/lib/db/conversations/conversations';
import { decideAction } from '@/lib/operations/decide-action';
import { decideApproval } from '@/lib/operations/decide-approval';
import { listApprovals } from '@/lib/operations/list-approvals';
import { watchInbox } from '@/lib/operations/watch-inbox';
import {
  confirm,
  historyOf,
  propose,
  say,
  shownOf,
  startDemoDesk,
} from '@/tests/support/demo-desk';
import { makeStaff } from '@/tests/support/make-case';
import { carryOutApart } from './carry-out-apart';
import { takeUpActions } from './keep-actions';
import { tellOutcome } from './tell-outcome';

const largeRefund = 'I want a refund for SO-10421 because the headphones crackle';
let desk: Awaited<ReturnType<typeof startDemoDesk>>;

beforeAll(async () => {
  desk = await startDemoDesk();
});
beforeEach(async () => {
  await db().delete(demoRefunds);
  await db().delete(actions);
});
afterAll(() => desk.stop());

const refunds = () => db().select().from(demoRefunds).where(eq(demoRefunds.orderId, 'SO-10421'));
const decide = (by: Principal, id: string, decision: 'approve' | 'refuse', note?: string) =>
  decideApproval(by, id, { decision, note }, tellOutcome);

/** A refund that its person has agreed to, and that waits for an operator. */
async function waiting(): Promise<string> {
  const { actionId } = await propose(desk.customer, largeRefund);
  const { answer, state } = await confirm(desk.customer, actionId);
  expect(state).toBe('completed');
  expect(answer).toContain('A colleague must agree');
  return actionId;
}

test('a large refund waits for an operator while its person goes on, and is done once they agree', async () => {
  const id = await waiting();
  const { conversationId } = await requireAction(id);
  expect(await refunds()).toEqual([]);
  expect((await shownOf(id)).cards).toMatchObject([{ state: 'awaiting-operator' }]);
  expect(await listApprovals(desk.operator)).toMatchObject([
    {
      id,
      teamId: 'support',
      specialist: 'support',
      title: 'Refund',
      participant: { kind: 'customer', name: 'Carla Chen' },
      askedFor: largeRefund,
      isOwn: false,
    },
  ]);
  const other = await say(desk.customer, 'Where is my order SO-10436?', conversationId);
  expect(other.answer).toContain('SP1043601SG');
  const again = await say(desk.customer, largeRefund);
  expect(again.answer).toContain('asked for this already');

  await decide(desk.operator, id, 'approve', 'Sorry about the noise.');
  await Promise.all([carryOutApart(id), takeUpActions(), takeUpActions()]);
  expect(await refunds()).toMatchObject([{ amountCents: 32_900, approvedBy: desk.operator.id }]);
  const { cards, last } = await shownOf(id);
  expect(cards).toMatchObject([
    { state: 'done', note: 'Sorry about the noise.' },
    { state: 'done', outcome: expect.stringContaining('RF-8') },
  ]);
  expect(last).toContain('I have refunded SGD 329.00');
  expect(await historyOf(id)).toEqual([
    'proposed',
    'approved',
    'operator-asked',
    'operator-approved',
    'started',
    'done',
  ]);
  expect(await listApprovals(desk.operator)).toEqual([]);
});

test('of several decisions one counts, and a later one is told that it was decided', async () => {
  const id = await waiting();
  const decisions = await Promise.allSettled([
    decide(desk.operator, id, 'approve'),
    decide(desk.operator, id, 'refuse'),
    decide(desk.operator, id, 'approve'),
  ]);
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(decide(desk.operator, id, 'approve')).rejects.toMatchObject({
    code: 'action_decided',
  });
});

test('who asked for it, another team and whoever comes before its person decide nothing', async () => {
  const { actionId: proposed } = await propose(desk.customer, largeRefund);
  await expect(decide(desk.operator, proposed, 'approve')).rejects.toMatchObject({
    code: 'not_found',
  });
  const finance = await makeStaff({ teamIds: ['finance'] });
  const heard: object[] = [];
  const stops = [
    await watchInbox(finance, (update) => heard.push({ finance: update })),
    await watchInbox(desk.operator, (update) => heard.push(update)),
  ];
  const id = await waiting();
  await expect.poll(() => heard).toEqual([{ approvalId: id }]);
  for (const stop of stops) stop();
  await expect(decide(finance, id, 'approve')).rejects.toMatchObject({ code: 'not_found' });
  expect(await listApprovals(finance)).toEqual([]);
  const asker = { ...desk.operator, id: desk.customer.id };
  await expect(decide(asker, id, 'approve')).rejects.toMatchObject({ code: 'own_approval' });
  expect(await listApprovals(asker)).toMatchObject([{ isOwn: true }]);
  const admin = await makeStaff({ roles: ['admin'], teamIds: [] });
  expect(await decide(admin, id, 'refuse')).toMatchObject({ state: 'refused' });
});

test('a decision that comes too late does nothing, and the person is told', async () => {
  const id = await waiting();
  await db().update(actions).set({ expiresAt: sql`now() - interval '1 second'` });
  await expect(decide(desk.operator, id, 'approve')).rejects.toMatchObject({
    code: 'action_expired',
  });
  await Promise.all([takeUpActions(), takeUpActions()]);
  const { cards, last } = await shownOf(id);
  expect(cards.map(({ state }) => state)).toEqual(['expired', 'expired']);
  expect(last).toContain('in time');
  expect(await refunds()).toEqual([]);
});

test('what an operator refuses is not done, and their words stand on the card', async () => {
  const id = await waiting();
  await decide(desk.operator, id, 'refuse', 'Please send them in first.');
  await takeUpActions();
  const { cards, last } = await shownOf(id);
  expect(cards.at(-1)).toMatchObject({ state: 'refused', note: 'Please send them in first.' });
  expect(last).toContain('decided against it');
  expect(await refunds()).toEqual([]);
});

test('a person withdraws what waits, and nobody can agree to it any more', async () => {
  const id = await waiting();
  const withdrawn = { principal: desk.customer, actionId: id, decision: 'decline' } as const;
  expect(await decideAction(withdrawn, tellOutcome)).toMatchObject({ state: 'declined' });
  await expect(decide(desk.operator, id, 'approve')).rejects.toMatchObject({
    code: 'action_decided',
  });
  expect((await shownOf(id)).cards).toMatchObject([{ state: 'declined' }]);
});

test('arguments changed after both agreed are not carried out', async () => {
  const id = await waiting();
  await decide(desk.operator, id, 'approve');
  const args = { orderId: 'SO-10398', amount: '500.00', reason: 'x', isOverLimit: true };
  await db().update(actions).set({ args }).where(eq(actions.id, id));
  await takeUpActions();
  const { cards, last } = await shownOf(id);
  expect(cards.at(-1)).toMatchObject({ state: 'failed' });
  expect(last).toContain('no longer be carried out as it was agreed');
  expect(await db().select().from(demoRefunds)).toEqual([]);
});

test('what was agreed to days ago, and has not begun since, is not done any more', async () => {
  const id = await waiting();
  await decide(desk.operator, id, 'approve');
  await db().update(actions).set({ operatorDecidedAt: sql`now() - interval '2 days'` });
  await takeUpActions();
  expect((await shownOf(id)).cards.at(-1)).toMatchObject({ state: 'failed' });
  expect(await refunds()).toEqual([]);
});

test('where a person has the conversation only the card changes', async () => {
  const id = await waiting();
  const { conversationId } = await requireAction(id);
  await changeOwner(db(), { conversationId, owner: { kind: 'queue', id: 'support' } });
  await decide(desk.operator, id, 'approve');
  await takeUpActions();
  expect((await shownOf(id)).cards).toMatchObject([{ state: 'done' }]);
  expect(await refunds()).toHaveLength(1);
});
