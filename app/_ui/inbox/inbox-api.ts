import { z } from 'zod';
import { chatMessageSchema } from '@/app/_ui/chat/conversation-api';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import { type Approval, type ApprovalDecision, approvalListSchema } from '@/lib/shared/actions';
import { ownerSchema } from '@/lib/shared/chat';
import {
  type CaseDetail,
  type CaseFilter,
  caseSummarySchema,
  type InboxList,
  inboxListSchema,
  type ReplyRequest,
} from '@/lib/shared/inbox';

const detailSchema: z.ZodType<CaseDetail> = z.object({
  case: caseSummarySchema,
  owner: ownerSchema,
  isMine: z.boolean(),
  messages: z.array(chatMessageSchema),
  hasEarlier: z.boolean(),
});

const urlOf = (caseId: string) => `/api/inbox/${encodeURIComponent(caseId)}`;

/** The reader's cases of one state. */
export function fetchInbox(state: CaseFilter): Promise<InboxList> {
  return requestJson(inboxListSchema, `/api/inbox?state=${state}`);
}

/** A case with its latest messages, or those before a position. */
export function fetchCase(caseId: string, beforeSeq?: number): Promise<CaseDetail> {
  const query = beforeSeq === undefined ? '' : `?before=${beforeSeq}`;
  return requestJson(detailSchema, `${urlOf(caseId)}${query}`);
}

/** Makes the reader the owner of the case. */
export async function takeCase(caseId: string): Promise<void> {
  await requestJson(z.unknown(), `${urlOf(caseId)}/take`, { method: 'POST' });
}

/** Sends a reply to the person; the same id again is stored once. */
export async function sendReply(caseId: string, reply: ReplyRequest): Promise<void> {
  await requestJson(z.unknown(), `${urlOf(caseId)}/reply`, jsonBody(reply));
}

/** Gives the conversation back to the AI. */
export async function handBack(caseId: string): Promise<void> {
  await requestJson(z.unknown(), `${urlOf(caseId)}/hand-back`, { method: 'POST' });
}

/** What waits for an operator of the reader's teams, the oldest first. */
export async function fetchApprovals(): Promise<Approval[]> {
  return (await requestJson(approvalListSchema, '/api/approvals')).approvals;
}

/** Decides about an action that waits for an operator. */
export async function decideApproval(id: string, decision: ApprovalDecision): Promise<void> {
  const url = `/api/approvals/${encodeURIComponent(id)}`;
  await requestJson(z.unknown(), url, jsonBody(decision));
}
