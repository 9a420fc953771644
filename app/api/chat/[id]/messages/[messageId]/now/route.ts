import { sendNow } from '@/agents/turns/send-now';
import { route } from '@/lib/http/route';
import { messageParams } from '../../../params';

/** Stops the running turn, so that the messages that wait are answered at once. */
export const POST = route(
  { permission: 'chat:use', params: messageParams },
  async ({ principal, params }) => {
    await sendNow(principal, params.id, params.messageId);
    return new Response(null, { status: 202 });
  },
);
