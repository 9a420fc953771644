import { listRecentMessages, toChatMessage } from '@/lib/db/messages';
import { listTurnsBetween, requireTranscript, type TranscriptTurn } from '@/lib/db/transcripts';
import type { ChatMessage } from '@/lib/shared/chat';

/** Messages on one page of a transcript. */
const pageSize = 50;

/** A message and the turn that it began. */
export interface TranscriptEntry {
  message: ChatMessage;
  turn?: TranscriptTurn;
}

/**
 * A conversation with its latest messages and what happened in each turn; with `beforeSeq`, the
 * messages before that position.
 * @throws AppError `not_found`
 */
export async function readTranscript(conversationId: string, beforeSeq?: number) {
  const header = await requireTranscript(conversationId);
  const rows = await listRecentMessages(conversationId, pageSize + 1, beforeSeq);
  const page = rows.slice(-pageSize);
  const hasEarlier = rows.length > pageSize;
  const first = page.at(0);
  const last = page.at(-1);
  const turns = await listTurnsBetween(
    conversationId,
    hasEarlier ? first?.createdAt : undefined,
    // The database counts microseconds, a JavaScript date milliseconds: round up.
    beforeSeq && last ? new Date(last.createdAt.getTime() + 1) : undefined,
  );
  const byMessage = new Map(turns.map((turn) => [turn.userMessageId, turn]));
  const entries = page.map(
    (row): TranscriptEntry => ({ message: toChatMessage(row), turn: byMessage.get(row.id) }),
  );
  return { ...header, entries, earlierBefore: hasEarlier ? first?.seq : undefined };
}
