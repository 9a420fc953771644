import { stopTurn } from '@/agents/turns/stop-turn';
import { requireOwnConversation } from '@/lib/db/conversations/conversations';
import { route } from '@/lib/http/route';
import { conversationParams } from '../params';

/** Stops the running turn; what it has written is kept. */
export const POST = route(
  { permission: 'chat:use', params: conversationParams },
  async ({ principal, params }) => {
    await requireOwnConversation(principal, params.id);
    await stopTurn(params.id);
    return new Response(null, { status: 202 });
  },
);
