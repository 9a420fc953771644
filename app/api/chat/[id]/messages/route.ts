import { z } from 'zod';
import { countFromZero } from '@/lib/http/counts';
import { route } from '@/lib/http/route';
import { readConversation } from '@/lib/operations/read-conversation';
import { conversationParams } from '../params';

/** The conversation's messages, those after `after` only, with its owner and its turn's state. */
export const GET = route(
  {
    permission: 'chat:use',
    params: conversationParams,
    query: z.object({ after: countFromZero.optional() }),
  },
  async ({ principal, params, query }) => {
    const view = await readConversation(principal, params.id, { afterSeq: query.after });
    return Response.json({ messages: view.messages, owner: view.owner, turn: view.turn });
  },
);
