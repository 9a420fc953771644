import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cases } from '@/drizzle/schema/cases';
import { conversations, messages } from '@/drizzle/schema/conversations';
import { users } from '@/drizzle/schema/identity';
import { ofOwnTeams } from '@/lib/auth/own-teams';
import type { Principal } from '@/lib/auth/principal';
import { personName } from '@/lib/db/identity/person-name';
import { notFound } from '@/lib/errors';
import type { CaseFilter } from '@/lib/shared/inbox';
import { db, type Executor, type Transaction } from '../client';

export type Case = typeof cases.$inferSelect;
export type CaseCategory = Case['category'];
export type CasePriority = Case['priority'];

/** The cases a member of staff works on. */
const visibleTo = (principal: Principal) => ofOwnTeams(principal, cases.teamId);

/** The case, or null when there is none or it is another team's. */
export async function findCase(
  principal: Principal,
  id: string,
  executor: Executor = db(),
): Promise<Case | null> {
  const [row] = await executor
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), visibleTo(principal)));
  return row ?? null;
}

/** @throws AppError `not_found` when there is none, or it is another team's. */
export async function requireCase(
  executor: Executor,
  principal: Principal,
  id: string,
): Promise<Case> {
  const found = await findCase(principal, id, executor);
  if (!found) throw notFound();
  return found;
}

/** The conversation's case that is not closed, or null. */
export async function findActiveCase(
  executor: Executor,
  conversationId: string,
): Promise<Case | null> {
  const [row] = await executor
    .select()
    .from(cases)
    .where(and(eq(cases.conversationId, conversationId), ne(cases.state, 'closed')));
  return row ?? null;
}

/** Stores a new case. The caller holds the conversation's lock. */
export async function createCase(tx: Transaction, row: typeof cases.$inferInsert): Promise<void> {
  await tx.insert(cases).values(row);
}

/** Gives an open case to one operator; false when somebody was faster. */
export async function assignCase(
  tx: Transaction,
  id: string,
  assigneeId: string,
): Promise<boolean> {
  const taken = await tx
    .update(cases)
    .set({ state: 'assigned', assigneeId, takenAt: sql`now()` })
    .where(and(eq(cases.id, id), eq(cases.state, 'open')))
    .returning({ id: cases.id });
  return taken.length === 1;
}

/** Ends the work on a case. */
export async function closeCase(tx: Transaction, id: string): Promise<void> {
  await tx.update(cases).set({ state: 'closed', closedAt: sql`now()` }).where(eq(cases.id, id));
}

const priorityOrder = sql`case ${cases.priority} when 'high' then 0 when 'normal' then 1 else 2 end`;

/** The newest message of each listed conversation, found through the order index. */
const lastMessage = () =>
  db()
    .select({ role: messages.role, seq: messages.seq })
    .from(messages)
    .where(eq(messages.conversationId, cases.conversationId))
    .orderBy(desc(messages.seq))
    .limit(1)
    .as('last_message');

function caseRows() {
  const last = lastMessage();
  const participants = alias(users, 'participants');
  return db()
    .select({
      case: cases,
      conversation: conversations,
      participantName: personName(participants),
      assigneeName: users.name,
      lastRole: last.role,
      lastSeq: last.seq,
    })
    .from(cases)
    .innerJoin(conversations, eq(conversations.id, cases.conversationId))
    .leftJoin(users, eq(users.id, cases.assigneeId))
    .leftJoin(participants, eq(participants.id, conversations.participantId))
    .leftJoinLateral(last, sql`true`);
}

/** A case with what the inbox shows beside it. */
export type CaseRow = Awaited<ReturnType<typeof listCases>>[number];

/**
 * The principal's cases of one state. Work comes most urgent first (priority, then due time);
 * closed ones latest first.
 */
export async function listCases(principal: Principal, state: CaseFilter, limit = 200) {
  const order =
    state === 'closed' ? [desc(cases.closedAt)] : [asc(priorityOrder), asc(cases.dueAt)];
  return await caseRows()
    .where(and(eq(cases.state, state), visibleTo(principal)))
    .orderBy(...order)
    .limit(limit);
}

/** One case with what the inbox shows beside it. @throws AppError `not_found` */
export async function requireCaseRow(principal: Principal, id: string): Promise<CaseRow> {
  const [row] = await caseRows().where(and(eq(cases.id, id), visibleTo(principal)));
  if (!row) throw notFound();
  return row;
}

/** How many of the principal's cases are in each state. */
export async function countCases(principal: Principal): Promise<Record<CaseFilter, number>> {
  const rows = await db()
    .select({ state: cases.state, count: sql<number>`count(*)::int` })
    .from(cases)
    .where(visibleTo(principal))
    .groupBy(cases.state);
  const counts = { open: 0, assigned: 0, closed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** The principal's cases that are not closed: case id by conversation id. */
export async function listActiveConversations(principal: Principal): Promise<Map<string, string>> {
  const rows = await db()
    .select({ conversationId: cases.conversationId, id: cases.id })
    .from(cases)
    .where(and(ne(cases.state, 'closed'), visibleTo(principal)));
  return new Map(rows.map((row) => [row.conversationId, row.id]));
}
