import { type MessageRow, storedParts } from '@/lib/db/conversations/messages';

/** The chunks that the last answer of a conversation cites, in the order of their numbers. */
export function citedBefore(rows: MessageRow[]): string[] {
  const answer = rows.findLast(({ role }) => role === 'assistant');
  if (!answer) return [];
  return storedParts(answer).flatMap((part) =>
    part.type === 'data-citations' ? part.data.items.map(({ chunkId }) => chunkId) : [],
  );
}
