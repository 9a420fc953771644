import { requireOwnConversation } from '@/lib/db/conversations/conversations';
import { eventStream } from '@/lib/http/event-stream';
import { route } from '@/lib/http/route';
import { watchConversation } from '@/lib/operations/watch-conversation';
import type { ConversationUpdate } from '@/lib/shared/chat';
import { conversationParams } from '../params';

/** Everything that changes in the conversation, as it changes. */
export const GET = route(
  { permission: 'chat:use', params: conversationParams },
  async ({ request, principal, params }) => {
    await requireOwnConversation(principal, params.id);
    return await eventStream<ConversationUpdate>(request, (send) =>
      watchConversation(principal, params.id, send),
    );
  },
);
