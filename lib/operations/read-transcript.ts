import { findTitles } from '@/lib/db/documents';
import { listRecentMessages, toChatMessage } from '@/lib/db/messages';
import { listTurnsBetween, requireTranscript, type TranscriptTurn } from '@/lib/db/transcripts';
import type { ChatMessage } from '@/lib/shared/chat';
import { stepDetailSchemas } from '@/lib/shared/steps';

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
  const named = await nameDocuments(turns);
  const byMessage = new Map(named.map((turn) => [turn.userMessageId, turn]));
  const entries = page.map(
    (row): TranscriptEntry => ({ message: toChatMessage(row), turn: byMessage.get(row.id) }),
  );
  return { ...header, entries, earlierBefore: hasEarlier ? first?.seq : undefined };
}

/** Retrieval steps know documents by their ids; their titles are those of today. */
async function nameDocuments(turns: TranscriptTurn[]): Promise<TranscriptTurn[]> {
  const hitsOf = (step: TranscriptTurn['steps'][number]) => {
    const detail = stepDetailSchemas.retrieval.safeParse(step.detail);
    return step.kind === 'retrieval' && detail.success ? detail.data : null;
  };
  const ids = turns.flatMap(({ steps }) =>
    steps.flatMap((step) => hitsOf(step)?.hits.map(({ documentId }) => documentId) ?? []),
  );
  const titles = await findTitles([...new Set(ids)]);
  return turns.map((turn) => ({
    ...turn,
    steps: turn.steps.map((step) => {
      const detail = hitsOf(step);
      if (!detail) return step;
      const hits = detail.hits.map((hit) => ({ ...hit, document: titles.get(hit.documentId) }));
      return { ...step, detail: { ...detail, hits } };
    }),
  }));
}
