import { DefaultChatTransport } from 'ai';
import type { ChatMessage } from '@/lib/shared/chat';

/**
 * How messages reach the server: only the new one is sent, the server keeps the history.
 * `onAccepted` is called as soon as the server has taken a message, before its answer.
 */
export function chatTransport(onAccepted: () => void) {
  return new DefaultChatTransport<ChatMessage>({
    api: '/api/chat',
    prepareSendMessagesRequest: ({ id, messages }) => {
      const message = messages.findLast(({ role }) => role === 'user');
      return { body: { id, message: { id: message?.id, role: 'user', parts: message?.parts } } };
    },
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method === 'POST' && response.ok) onAccepted();
      return response;
    },
  });
}
