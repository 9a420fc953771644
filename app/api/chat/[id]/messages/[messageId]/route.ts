import { route } from '@/lib/http/route';
import { takeBackMessage } from '@/lib/operations/take-back-message';
import { messageParams } from '../../params';

/** Takes back a message that waits for its answer. */
export const DELETE = route(
  { permission: 'chat:use', params: messageParams },
  async ({ principal, params }) => {
    await takeBackMessage(principal, params.id, params.messageId);
    return new Response(null, { status: 204 });
  },
);
