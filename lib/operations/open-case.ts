import type { Transaction } from '@/lib/db/client';
import {
  type CaseCategory,
  type CasePriority,
  createCase,
  findActiveCase,
} from '@/lib/db/conversations/cases';
import { changeOwner, lockConversation } from '@/lib/db/conversations/conversations';
import { hasTeam } from '@/lib/db/identity/teams';
import { notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { dueAt, generalTeam, priorityOf } from './case-rules';
import { standardTeams } from './ensure-teams';

export interface NewCase {
  conversationId: string;
  category: CaseCategory;
  /** What an operator needs to know before reading the transcript. */
  summary: string;
  /** By the category when absent. */
  priority?: CasePriority;
  /** The general team when absent, or when there is no such team. */
  teamId?: string;
}

/**
 * Calls a person to the conversation: opens a case and, in the same transaction, makes the team's
 * queue the owner, so that the AI is silent from here on. A conversation has one case at a time:
 * a second call returns the first.
 * @throws AppError `not_found` when the conversation does not exist.
 */
export async function openCase(
  tx: Transaction,
  { conversationId, category, summary, ...wanted }: NewCase,
): Promise<{ caseId: string; isNew: boolean }> {
  if (!(await lockConversation(tx, conversationId))) throw notFound();
  const active = await findActiveCase(tx, conversationId);
  if (active) return { caseId: active.id, isNew: false };

  const caseId = newId();
  const teamId = await teamOr(tx, wanted.teamId);
  const priority = wanted.priority ?? priorityOf(category);
  const openedAt = new Date();
  await createCase(tx, {
    id: caseId,
    conversationId,
    state: 'open',
    category,
    summary,
    priority,
    teamId,
    openedAt,
    dueAt: dueAt(priority, openedAt),
  });
  await changeOwner(tx, { conversationId, owner: { kind: 'queue', id: teamId } });
  await publish(tx, { type: 'case-changed', caseId });
  return { caseId, isNew: true };
}

/** The named team, or the general one: a rule may name a team that is gone, whose queue nobody sees. */
async function teamOr(tx: Transaction, named = generalTeam): Promise<string> {
  const isStandard = standardTeams.some(({ id }) => id === named);
  return isStandard || (await hasTeam(tx, named)) ? named : generalTeam;
}
