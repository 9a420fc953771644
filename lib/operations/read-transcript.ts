import type { Principal } from '@/lib/auth/principal';
import { findSummary } from '@/lib/db/conversations/conversation-summaries';
import { listRecentMessages } from '@/lib/db/conversations/messages';
import {
  listTurnsOf,
  requireTranscript,
  type TranscriptTurn,
} from '@/lib/db/conversations/transcripts';
import { findReadableTitles } from '@/lib/db/knowledge/documents';
import type { ChatMessage } from '@/lib/shared/chat';
import { stepDetailSchemas } from '@/lib/shared/steps';
import { hasClosedDocument, showMessages } from './withhold-answers';
import { withholdHandoff } from './withhold-handoff';

/** Messages on one page of a transcript. */
const pageSize = 50;

/** A message and the turn that it began. */
export interface TranscriptEntry {
  message: ChatMessage;
  turn?: TranscriptTurn;
}

/**
 * A conversation with its latest messages and what happened in each turn; with `beforeSeq`, the
 * messages before that position. What stands on documents that the reader may not read is withheld.
 * @throws AppError `not_found`
 */
export async function readTranscript(
  reader: Principal,
  conversationId: string,
  beforeSeq?: number,
) {
  const header = await requireTranscript(conversationId);
  const rows = await listRecentMessages(conversationId, pageSize + 1, beforeSeq);
  const page = rows.slice(-pageSize);
  const hasEarlier = rows.length > pageSize;
  const first = page.at(0);
  const turns = await listTurnsOf(
    conversationId,
    page.map(({ id }) => id),
  );
  const [named, messages, summary] = await Promise.all([
    nameDocuments(reader, turns),
    showMessages(reader, page),
    readSummary(reader, conversationId),
  ]);
  const byMessage = new Map(named.map((turn) => [turn.userMessageId, turn]));
  const entries = messages.map(
    (message): TranscriptEntry => ({ message, turn: byMessage.get(message.id) }),
  );
  return { ...header, entries, summary, earlierBefore: hasEarlier ? first?.seq : undefined };
}

/** What models are told of the beginning of the conversation, unless it stands on closed documents. */
async function readSummary(reader: Principal, conversationId: string) {
  const kept = await findSummary(conversationId);
  if (!kept || (await hasClosedDocument(reader, kept.citedDocumentIds))) return undefined;
  const { text, madeBy, madeAt, upToSeq } = kept;
  return { text, madeBy, madeAt, upToSeq };
}

/** Retrieval steps know documents by their ids; their titles are those of today. */
async function nameDocuments(
  reader: Principal,
  turns: TranscriptTurn[],
): Promise<TranscriptTurn[]> {
  const hitsOf = (step: TranscriptTurn['steps'][number]) => {
    const detail = stepDetailSchemas.retrieval.safeParse(step.detail);
    return step.kind === 'retrieval' && detail.success ? detail.data : null;
  };
  const ids = turns.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const detail = hitsOf(step);
      const named = [...(detail?.hits ?? []), ...(detail?.trace?.considered ?? [])];
      return named.map(({ documentId }) => documentId);
    }),
  );
  const titles = await findReadableTitles(reader, [...new Set(ids)]);
  const name = <T extends { documentId: string }>(found: T) => ({
    ...found,
    document: titles.get(found.documentId),
  });
  return turns.map((turn) => {
    const found = turn.steps.flatMap((step) => hitsOf(step)?.hits ?? []);
    const isClosed = found.some(({ documentId }) => !titles.has(documentId));
    return {
      ...turn,
      steps: turn.steps.map((step) => {
        const detail = hitsOf(step);
        if (!detail) return isClosed ? withholdHandoff(step) : step;
        const { hits, trace } = detail;
        const considered = trace && { ...trace, considered: trace.considered.map(name) };
        return { ...step, detail: { ...detail, hits: hits.map(name), trace: considered } };
      }),
    };
  });
}
