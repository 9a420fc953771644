import type { Principal } from '@/lib/auth/principal';
import { readOwner, requireConversation } from '@/lib/db/conversations/conversations';
import { findMessageAt } from '@/lib/db/conversations/messages';
import { subscribe } from '@/lib/events/bus';
import type { DeskEvent } from '@/lib/events/events';
import { log } from '@/lib/log';
import type { ConversationUpdate } from '@/lib/shared/chat';
import { showMessages } from './withhold-answers';

/**
 * Calls `send` for each change of a conversation, in the order in which they happened, until the
 * returned function is called. The caller has checked who is asking.
 */
export async function watchConversation(
  principal: Principal,
  conversationId: string,
  send: (update: ConversationUpdate) => void,
): Promise<() => void> {
  let queue: Promise<void> = Promise.resolve();
  return await subscribe((event) => {
    if (!('conversationId' in event) || event.conversationId !== conversationId) return;
    queue = queue
      .then(() => toUpdate(principal, event))
      .then((update) => {
        if (update) send(update);
      })
      .catch((error: unknown) => log().error({ event: 'conversation-update-lost', err: error }));
  });
}

async function toUpdate(
  principal: Principal,
  event: DeskEvent,
): Promise<ConversationUpdate | null> {
  switch (event.type) {
    case 'message-added': {
      const row = await findMessageAt(event.conversationId, event.seq);
      const [message] = row ? await showMessages(principal, [row]) : [];
      return message ? { type: 'message', message } : null;
    }
    case 'owner-changed': {
      const conversation = await requireConversation(event.conversationId);
      return { type: 'owner', owner: await readOwner(conversation) };
    }
    case 'message-removed':
      return { type: 'removed', messageId: event.messageId };
    case 'turn-changed': {
      const { turnId, state } = event;
      const isOpen = state === 'running' || state === 'awaiting-approval';
      return { type: 'turn', turnId, state: isOpen ? state : 'ended' };
    }
    default:
      return null;
  }
}
