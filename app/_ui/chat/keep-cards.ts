import type { ChatMessage } from '@/lib/shared/chat';

/**
 * The messages to show while an answer is being streamed. A stream that is taken up again begins
 * with nothing and brings the answer anew: until all its cards are back, what was shown of it stays,
 * so that no card goes away under its person's hands.
 */
export function keepCards(shown: ChatMessage[], messages: ChatMessage[]): ChatMessage[] {
  const before = new Map(shown.map((message) => [message.id, message]));
  return messages.map((message) => {
    const known = before.get(message.id);
    return known && cardsOf(known).difference(cardsOf(message)).size > 0 ? known : message;
  });
}

function cardsOf({ parts }: ChatMessage): Set<string> {
  return new Set(
    parts.flatMap((part) => (part.type === 'data-action' ? [part.data.actionId] : [])),
  );
}
