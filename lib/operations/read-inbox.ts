import type { Principal } from '@/lib/auth/principal';
import { type CaseRow, countCases, listCases, requireCaseRow } from '@/lib/db/conversations/cases';
import { readOwner } from '@/lib/db/conversations/conversations';
import { listRecentMessages } from '@/lib/db/conversations/messages';
import type { CaseDetail, CaseFilter, CaseSummary, InboxList } from '@/lib/shared/inbox';
import { showMessages } from './withhold-answers';

/** Messages shown at first, and more at each «earlier». */
const pageSize = 100;

/** The principal's cases of one state, and how many there are in each. */
export async function readInbox(principal: Principal, state: CaseFilter): Promise<InboxList> {
  const [rows, counts] = await Promise.all([listCases(principal, state), countCases(principal)]);
  return { cases: rows.map(toSummary), counts };
}

/**
 * A case with the latest messages of its conversation; with `beforeSeq`, those before that
 * position.
 * @throws AppError `not_found` when there is none, or it is another team's.
 */
export async function readCase(
  principal: Principal,
  caseId: string,
  beforeSeq?: number,
): Promise<CaseDetail> {
  const row = await requireCaseRow(principal, caseId);
  const { conversation } = row;
  const [owner, messages] = await Promise.all([
    readOwner(conversation),
    listRecentMessages(conversation.id, pageSize + 1, beforeSeq),
  ]);
  return {
    case: toSummary(row),
    owner,
    isMine: conversation.ownerKind === 'operator' && conversation.ownerId === principal.id,
    messages: await showMessages(principal, messages.slice(-pageSize)),
    hasEarlier: messages.length > pageSize,
  };
}

function toSummary(row: CaseRow): CaseSummary {
  const { case: found, conversation } = row;
  return {
    id: found.id,
    state: found.state,
    category: found.category,
    priority: found.priority,
    teamId: found.teamId,
    conversationId: conversation.id,
    title: conversation.title,
    summary: found.summary,
    participant: { kind: conversation.participantKind, name: row.participantName },
    assignee: found.assigneeId ? { id: found.assigneeId, name: row.assigneeName } : null,
    openedAt: found.openedAt.toISOString(),
    dueAt: found.dueAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
    updatedAt: conversation.updatedAt.toISOString(),
    isAwaitingReply: row.lastRole === 'user',
    lastSeq: row.lastSeq ?? 0,
  };
}
