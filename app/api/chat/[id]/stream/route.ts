import { findLiveTurn } from '@/agents/turns/live-turns';
import { requireOwnConversation } from '@/lib/db/conversations/conversations';
import { route } from '@/lib/http/route';
import { turnResponse } from '../../turn-response';
import { conversationParams } from '../params';

/** The running turn's stream from its beginning; 204 when none is running. */
export const GET = route(
  { permission: 'chat:use', params: conversationParams },
  async ({ principal, params }) => {
    await requireOwnConversation(principal, params.id);
    const live = findLiveTurn(params.id);
    return live ? turnResponse(live.stream.read()) : new Response(null, { status: 204 });
  },
);
