import { startTurn } from '@/agents/run-turn';
import { listOwnConversations } from '@/lib/db/conversations/conversations';
import { route } from '@/lib/http/route';
import { chatRequestSchema } from '@/lib/shared/chat';
import { turnResponse } from './turn-response';

/** The caller's conversations, latest first. */
export const GET = route({ permission: 'chat:use' }, async ({ principal }) =>
  Response.json({ conversations: await listOwnConversations(principal) }),
);

/** Takes a message and answers with the turn's UI message stream. */
export const POST = route(
  { permission: 'chat:use', body: chatRequestSchema },
  async ({ principal, body }) => {
    const { id, message } = body;
    const turn = await startTurn({
      principal,
      conversationId: id,
      message: { id: message.id, text: message.parts },
    });
    return turnResponse(turn.read());
  },
);
