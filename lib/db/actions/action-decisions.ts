import { and, eq, sql } from 'drizzle-orm';
import { actions } from '@/drizzle/schema/conversations';
import { publish } from '@/lib/events/bus';
import type { OperatorReason } from '@/lib/shared/actions';
import type { Executor, Transaction } from '../client';
import type { NewActionEvent } from './action-events';
import type { ActionRow } from './actions';
import { moveAction } from './move-action';

/** How long an action waits for an operator, once its person has agreed. */
const operatorDays = 7;
const untilOperatorsGiveUp = sql`now() + make_interval(days => ${operatorDays})`;

const isInTime = sql`${actions.expiresAt} > now()`;
const isOver = sql`${actions.expiresAt} <= now()`;

interface Decision {
  decision: 'approve' | 'decline';
  decidedBy: string;
}

/** An action as its person's decision leaves it. */
type DecidedRow = ActionRow & { state: 'approved' | 'declined' | 'awaiting-operator' };

/**
 * What its person decides about a proposed action; null when it was decided or expired meanwhile.
 * One that an operator must agree to as well goes on waiting, for them.
 */
export async function recordDecision(
  executor: Executor,
  { id, needsOperator }: Pick<ActionRow, 'id' | 'needsOperator'>,
  { decision, decidedBy }: Decision,
): Promise<DecidedRow | null> {
  const decided = { decidedBy, decidedAt: sql`now()` };
  const move = { id, from: ['proposed' as const], when: isInTime };
  if (decision === 'decline') {
    const events: NewActionEvent[] = [{ kind: 'declined', byId: decidedBy }];
    return await moveAction(executor, { ...move, to: 'declined', set: decided, events });
  }
  const approved: NewActionEvent = { kind: 'approved', byId: decidedBy };
  if (!needsOperator) {
    return await moveAction(executor, {
      ...move,
      to: 'approved',
      set: decided,
      events: [approved],
    });
  }
  return await executor.transaction(async (tx) => {
    const waiting = await moveAction(tx, {
      ...move,
      to: 'awaiting-operator',
      set: { ...decided, expiresAt: untilOperatorsGiveUp },
      events: [approved, { kind: 'operator-asked' }],
    });
    if (waiting) await publish(tx, { type: 'approval-changed', actionId: id });
    return waiting;
  });
}

/**
 * Has an operator asked about what its person agreed to when none was needed yet; null when it was
 * begun meanwhile.
 */
export async function askOperator(
  tx: Transaction,
  id: string,
  operatorReason: OperatorReason,
): Promise<ActionRow | null> {
  const waiting = await moveAction(tx, {
    id,
    from: ['approved'],
    to: 'awaiting-operator',
    when: eq(actions.needsOperator, false),
    set: { needsOperator: true, operatorReason, expiresAt: untilOperatorsGiveUp },
    events: [{ kind: 'operator-asked' }],
  });
  if (waiting) await publish(tx, { type: 'approval-changed', actionId: id });
  return waiting;
}

/** Its person no longer wants what waits for an operator; null when that has decided already. */
export async function withdrawAction(
  tx: Transaction,
  id: string,
  byId: string,
): Promise<ActionRow | null> {
  return await leaveWaiting(tx, { id, to: 'declined', events: [{ kind: 'declined', byId }] });
}

/** What an operator decides about an action that waits for one; null when it no longer does. */
export async function recordApproval(
  tx: Transaction,
  id: string,
  { isApproved, operatorId, note }: { isApproved: boolean; operatorId: string; note?: string },
): Promise<ActionRow | null> {
  const kind = isApproved ? 'operator-approved' : 'operator-refused';
  return await leaveWaiting(tx, {
    id,
    to: isApproved ? 'approved' : 'refused',
    when: isInTime,
    set: { operatorId, operatorDecidedAt: sql`now()`, operatorNote: note ?? null },
    events: [{ kind, byId: operatorId, detail: note ? { note } : {} }],
  });
}

/** One that waited for an operator for too long does so no more; null when it still may. */
export async function expireWaiting(tx: Transaction, id: string): Promise<ActionRow | null> {
  return await leaveWaiting(tx, { id, to: 'expired', when: isOver, events: [{ kind: 'expired' }] });
}

async function leaveWaiting(
  tx: Transaction,
  move: Omit<Parameters<typeof moveAction>[1], 'from'>,
): Promise<ActionRow | null> {
  const row = await moveAction(tx, { ...move, from: ['awaiting-operator'] });
  if (row) await publish(tx, { type: 'approval-changed', actionId: move.id });
  return row;
}

/** The action as it stands now: a proposal that waited too long is expired first. */
export async function expireProposal(executor: Executor, row: ActionRow): Promise<ActionRow> {
  if (row.state !== 'proposed') return row;
  const expired = await moveAction(executor, {
    id: row.id,
    from: ['proposed'],
    to: 'expired',
    when: isOver,
    events: [{ kind: 'expired' }],
  });
  return expired ?? row;
}

/** Declines what still is proposed in a turn that the person has moved on from. */
export async function declineTurnActions(tx: Transaction, turnId: string): Promise<void> {
  const proposed = await tx
    .select({ id: actions.id, byId: actions.principalId })
    .from(actions)
    .where(and(eq(actions.turnId, turnId), eq(actions.state, 'proposed')));
  for (const { id, byId } of proposed) {
    const events: NewActionEvent[] = [{ kind: 'declined', byId }];
    await moveAction(tx, { id, from: ['proposed'], to: 'declined', events });
  }
}
