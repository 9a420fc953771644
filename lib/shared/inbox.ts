import { z } from 'zod';
import { type ChatMessage, maxMessageLength, type Owner } from './chat';

export const caseStates = ['open', 'assigned', 'closed'] as const;
export const caseStateSchema = z.enum(caseStates);
export type CaseFilter = z.infer<typeof caseStateSchema>;

/** What the inbox shows: cases, or what waits for an operator's approval. */
export const inboxViewSchema = z.enum(['cases', 'approvals']);
export type InboxView = z.infer<typeof inboxViewSchema>;

/** A case as the inbox lists it. Times are ISO 8601. */
export const caseSummarySchema = z.object({
  id: z.string(),
  state: caseStateSchema,
  category: z.enum([
    'asked-for-person',
    'no-source',
    'action-failed',
    'complaint',
    'turn-failed',
    'rule',
  ]),
  priority: z.enum(['low', 'normal', 'high']),
  teamId: z.string(),
  conversationId: z.string(),
  title: z.string(),
  summary: z.string(),
  participant: z.object({
    kind: z.enum(['guest', 'customer', 'staff']),
    name: z.string().nullable(),
  }),
  assignee: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  openedAt: z.string(),
  /** When the first reply of a person is due. */
  dueAt: z.string(),
  closedAt: z.string().nullable(),
  updatedAt: z.string(),
  /** The newest message is the person's: somebody waits. */
  isAwaitingReply: z.boolean(),
  lastSeq: z.number().int(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** `GET /api/inbox`. */
export const inboxListSchema = z.object({
  cases: z.array(caseSummarySchema),
  counts: z.record(caseStateSchema, z.number().int()),
});
export type InboxList = z.infer<typeof inboxListSchema>;

/** `GET /api/inbox/:caseId`. */
export interface CaseDetail {
  case: CaseSummary;
  owner: Owner;
  /** Whether the reader is the owner, and may reply. */
  isMine: boolean;
  messages: ChatMessage[];
  /** There are messages before the first of these. */
  hasEarlier: boolean;
}

/** Body of `POST /api/inbox/:caseId/reply`. */
export const replyRequestSchema = z.object({
  id: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(maxMessageLength),
  ownerVersion: z.number().int().nonnegative(),
});
export type ReplyRequest = z.infer<typeof replyRequestSchema>;

/**
 * One event of `GET /api/inbox/events`: this case, or its conversation, changed; or this action
 * came to wait for an operator of the reader's teams, or does so no longer.
 */
export const inboxUpdateSchema = z.union([
  z.object({ caseId: z.string() }),
  z.object({ approvalId: z.string() }),
]);
export type InboxUpdate = z.infer<typeof inboxUpdateSchema>;
