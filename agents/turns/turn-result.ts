import type { TurnState } from '@/lib/db/conversations/turns';
import type { ActionCard, Citation, StoredPart } from '@/lib/shared/chat';

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

type Outcome = Pick<TurnResult, 'conversationId' | 'turnId' | 'agent' | 'state'>;

/** The outcome that an answer's parts tell of. */
export function resultOf(parts: StoredPart[], outcome: Outcome): TurnResult {
  return {
    ...outcome,
    answer: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
    citations: parts.flatMap((part) => (part.type === 'data-citations' ? part.data.items : [])),
    actions: parts.flatMap((part) => (part.type === 'data-action' ? [part.data] : [])),
    escalated: parts.some((part) => part.type === 'data-notice' && part.data.code === 'escalated'),
  };
}
