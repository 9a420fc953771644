import type { ActionCard, ChatMessage } from '@/lib/shared/chat';

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
    if (known === -1) return insert(messages, message, streamingId);
    if (standsRight(messages, known, message)) return messages.with(known, message);
    return insert(messages.toSpliced(known, 1), message, streamingId);
  }, shown);
}

/** Whether a message that is shown already stands where its stored form belongs. */
function standsRight(messages: ChatMessage[], at: number, { metadata }: ChatMessage): boolean {
  const before = messages[at]?.metadata?.seq;
  if (before !== undefined) return before === metadata?.seq;
  const seq = metadata?.seq ?? Number.POSITIVE_INFINITY;
  // Without its number it, and what came meanwhile, were put wherever there was an end.
  return messages.every((other, index) => {
    if (index === at || seqOf(other) === 0) return true;
    return index < at ? seqOf(other) < seq : seqOf(other) > seq;
  });
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

/** States in which a card stays as it is, unless it can be taken back. */
const settled = new Set<ActionCard['state']>([
  'declined',
  'refused',
  'expired',
  'failed',
  'undone',
  'done',
]);

/**
 * The sequence number after which to read what was missed. The last message shown is read again,
 * and so are those from the first on whose cards may have changed while nobody listened.
 */
export function readFrom(messages: ChatMessage[]): number {
  const last = Math.max(0, ...messages.map(seqOf));
  const changing = messages.filter(mayChange).map(seqOf);
  return Math.max(0, Math.min(last, ...changing) - 1);
}

const seqOf = ({ metadata }: ChatMessage) => metadata?.seq ?? 0;

function mayChange({ metadata, parts }: ChatMessage): boolean {
  if (metadata?.seq === undefined) return false;
  return parts.some((part) => {
    if (part.type !== 'data-action') return false;
    return !settled.has(part.data.state) || part.data.undoUntil !== undefined;
  });
}
