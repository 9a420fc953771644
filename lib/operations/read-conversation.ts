import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { readOwner, requireOwnConversation } from '@/lib/db/conversations/conversations';
import { listMessages, listRecentMessages } from '@/lib/db/conversations/messages';
import { findOpenTurn } from '@/lib/db/conversations/turns';
import type { ChatMessage, Owner } from '@/lib/shared/chat';
import { showMessages } from './withhold-answers';

export interface ConversationView {
  id: string;
  title: string;
  messages: ChatMessage[];
  owner: Owner;
  turn: 'running' | 'awaiting-approval' | 'ended';
}

/** Messages that a page is given at most. */
const pageSize = 500;

/**
 * A principal's own conversation as their page shows it: its latest messages, or those after
 * `afterSeq` when it is given.
 * @throws AppError `not_found` when there is none, or it is somebody else's.
 */
export async function readConversation(
  principal: Principal,
  id: string,
  { afterSeq }: { afterSeq?: number } = {},
): Promise<ConversationView> {
  const conversation = await requireOwnConversation(principal, id);
  const [messages, owner, turn] = await Promise.all([
    afterSeq ? listMessages(id, { afterSeq, limit: pageSize }) : listRecentMessages(id, pageSize),
    readOwner(conversation),
    findOpenTurn(db(), id),
  ]);
  return {
    id,
    title: conversation.title,
    messages: await showMessages(principal, messages),
    owner,
    turn: turn ? (turn.state as 'running' | 'awaiting-approval') : 'ended',
  };
}
