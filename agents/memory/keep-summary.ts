import { wordsOf } from '@/agents/turns/history';
import type { Principal } from '@/lib/auth/principal';
import { findSummary, putSummary } from '@/lib/db/conversations/conversation-summaries';
import type { Conversation } from '@/lib/db/conversations/conversations';
import { listRecentMessages } from '@/lib/db/conversations/messages';
import { log } from '@/lib/log';
import {
  citedDocuments,
  hasClosedDocument,
  withholdAnswers,
} from '@/lib/operations/withhold-answers';
import { memorySize } from './memory-size';
import { summarise } from './summarise';

/** Most messages that one summary is made of. */
const mostAtOnce = 200;

/** Has the summary kept while nobody waits for it; a process that dies over it leaves it to the next turn. */
export function keepSummaryLater(
  { id, lastSeq }: Pick<Conversation, 'id' | 'lastSeq'>,
  principal: Principal,
): void {
  if (lastSeq < memorySize.summariseAt) return;
  keepSummary(id, principal).catch((error: unknown) => {
    log().warn({ event: 'summary-failed', err: error }, 'the next turn tries again');
  });
}

/**
 * Makes the summary of a conversation that has grown long, from the summary before it and what was
 * said since. Does nothing while there is little that no summary tells. May be repeated.
 */
async function keepSummary(conversationId: string, principal: Principal): Promise<void> {
  const kept = await findSummary(conversationId);
  const before = kept && !(await hasClosedDocument(principal, kept.citedDocumentIds)) ? kept : null;
  const recent = await listRecentMessages(conversationId, mostAtOnce);
  const rows = recent.filter(({ seq, isQueued }) => !isQueued && seq > (before?.upToSeq ?? 0));
  const older = rows.slice(0, -memorySize.keep);
  const last = older.at(-1);
  if (!last || rows.length < memorySize.summariseAt) return;
  // What the person may not read any more is neither told nor a reason to keep this from them.
  const shown = await withholdAnswers(principal, older);
  const said = shown.map((row) => ({ by: row.role, words: wordsOf(row) }));
  const { text, madeBy } = await summarise(said, before?.text);
  const citedDocumentIds = [
    ...new Set([...(before?.citedDocumentIds ?? []), ...shown.flatMap(citedDocuments)]),
  ];
  await putSummary({ conversationId, upToSeq: last.seq, text, madeBy, citedDocumentIds });
}
