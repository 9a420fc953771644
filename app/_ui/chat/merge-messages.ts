import type { ChatMessage } from '@/lib/shared/chat';

/**
 * Takes what the server stored into what the page shows. A message already shown is replaced by
 * its stored form, so that nothing appears twice; the one being streamed right now is left alone.
 * A new one goes where its sequence number says, and so does one whose number has changed. Messages
 * without a number were made on this page and count as older than what arrives, but for the one
 * being streamed.
 */
export function mergeMessages(
  shown: ChatMessage[],
  stored: ChatMessage[],
  streamingId?: string,
): ChatMessage[] {
  return stored.reduce((messages, message) => {
    if (message.id === streamingId) return messages;
    const known = messages.findIndex(({ id }) => id === message.id);
    const seq = messages[known]?.metadata?.seq;
    if (known === -1) return insert(messages, message, streamingId);
    if (seq === undefined || seq === message.metadata?.seq) return messages.with(known, message);
    return insert(messages.toSpliced(known, 1), message, streamingId);
  }, shown);
}

function insert(
  messages: ChatMessage[],
  message: ChatMessage,
  streamingId?: string,
): ChatMessage[] {
  const seq = message.metadata?.seq ?? Number.POSITIVE_INFINITY;
  const later = messages.findIndex(
    (other) => other.id === streamingId || (other.metadata?.seq ?? 0) > seq,
  );
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
