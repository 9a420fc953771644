import type { ChatMessage } from '@/lib/shared/chat';

/** The text of a message, without its other parts. */
export function messageText(message: ChatMessage): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}

/** Whether a message has anything to show. */
export function hasContent(message: ChatMessage): boolean {
  return message.parts.some((part) =>
    part.type === 'text' ? part.text.trim() !== '' : part.type.startsWith('data-'),
  );
}
