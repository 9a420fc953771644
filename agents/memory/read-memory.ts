import type { Principal } from '@/lib/auth/principal';
import { findSummary } from '@/lib/db/conversations/conversation-summaries';
import type { Conversation } from '@/lib/db/conversations/conversations';
import { listRecentMessages, type MessageRow } from '@/lib/db/conversations/messages';
import { hasClosedDocument } from '@/lib/operations/withhold-answers';
import { memorySize } from './memory-size';

/** What a turn knows of its conversation. */
export interface Memory {
  /** The newest messages, in order. */
  rows: MessageRow[];
  /** What was said before them, in a few sentences; null where they are all there is. */
  summary: string | null;
}

/**
 * The conversation as it is shown to a model: its newest messages, and the summary of those before.
 * A summary of answers that stand on documents which the person may not read any more is left out.
 */
export async function readMemory(
  { id, lastSeq }: Pick<Conversation, 'id' | 'lastSeq'>,
  principal: Principal,
): Promise<Memory> {
  const reading = listRecentMessages(id, memorySize.most);
  if (lastSeq < memorySize.summariseAt) return { rows: await reading, summary: null };
  const [rows, kept] = await Promise.all([reading, findSummary(id)]);
  if (!kept || (await hasClosedDocument(principal, kept.citedDocumentIds))) {
    return { rows, summary: null };
  }
  return { rows: rows.filter(({ seq }) => seq > kept.upToSeq), summary: kept.text };
}
