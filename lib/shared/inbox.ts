import { z } from 'zod';
import { type ChatMessage, maxMessageLength, type Owner } from './chat';

export const caseStates = ['open', 'assigned', 'closed'] as const;
export const caseStateSchema = z.enum(caseStates);
export type CaseFilter = z.infer<typeof caseStateSchema>;

/** A case as the inbox lists it. Times are ISO 8601. */
export interface CaseSummary {
  id: string;
  state: CaseFilter;
  category: 'asked-for-person' | 'no-source' | 'action-failed' | 'complaint' | 'turn-failed';
  priority: 'low' | 'normal' | 'high';
  teamId: string;
  title: string;
  summary: string;
  participant: { kind: 'guest' | 'customer' | 'staff'; name: string | null };
  assignee: { id: string; name: string | null } | null;
  openedAt: string;
  /** When the first reply of a person is due. */
  dueAt: string;
  closedAt: string | null;
  updatedAt: string;
  /** The newest message is the person's: somebody waits. */
  isAwaitingReply: boolean;
  lastSeq: number;
}

/** `GET /api/inbox`. */
export interface InboxList {
  cases: CaseSummary[];
  counts: Record<CaseFilter, number>;
}

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

/** One event of `GET /api/inbox/events`: this case, or its conversation, changed. */
export interface InboxUpdate {
  caseId: string;
}
