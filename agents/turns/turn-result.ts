import type { TurnState } from '@/lib/db/turns';
import type { ActionCard, Citation } from '@/lib/shared/chat';

/** What became of one message, for callers that want the outcome and not the stream. */
export interface TurnResult {
  conversationId: string;
  turnId: string | null;
  /** `silent`: stored for the person who has the conversation; the AI did not answer. */
  state: Exclude<TurnState, 'running'> | 'silent';
  agent: string | null;
  answer: string;
  citations: Citation[];
  actions: ActionCard[];
  escalated: boolean;
}
