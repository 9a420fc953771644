import type { ChatMessage } from '@/lib/shared/chat';

/**
 * Takes what the server stored into what the page shows. A message already shown is replaced by
 * its stored form, so that nothing appears twice; the one being streamed right now is left alone.
 * A new one goes where its sequence number says. Messages without a number were made on this page
 * and count as older than what arrives.
 */
export function mergeMessages(
  shown: ChatMessage[],
  stored: ChatMessage[],
  streamingId?: string,
): ChatMessage[] {
  return stored.reduce((messages, message) => {
    if (message.id === streamingId) return messages;
    const known = messages.findIndex(({ id }) => id === message.id);
    return known === -1 ? insert(messages, message) : messages.with(known, message);
  }, shown);
}

function insert(messages: ChatMessage[], message: ChatMessage): ChatMessage[] {
  const seq = message.metadata?.seq;
  const later =
    seq === undefined ? -1 : messages.findIndex((other) => (other.metadata?.seq ?? 0) > seq);
  return later === -1 ? [...messages, message] : messages.toSpliced(later, 0, message);
}

/**
 * The sequence number after which to read what was missed. The last message shown is read again:
 * a card in it may have been decided while nobody listened.
 */
export function readFrom(messages: ChatMessage[]): number {
  const seqs = messages.map((message) => message.metadata?.seq ?? 0);
  return Math.max(0, Math.max(0, ...seqs) - 1);
}
