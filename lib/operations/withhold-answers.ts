import type { Principal } from '@/lib/auth/principal';
import { type MessageRow, storedParts, toChatMessage } from '@/lib/db/conversations/messages';
import { findVisibilities, isListedFor } from '@/lib/db/knowledge/documents';
import type { ChatMessage, StoredPart } from '@/lib/shared/chat';

/**
 * Stored messages as this reader may see them now. An answer that cites a document which the reader
 * may not read is withheld, in another person's conversation as in their own: it tells what the
 * document says. What was deleted since was taken out of the sources already.
 */
export async function withholdAnswers<T extends Pick<MessageRow, 'parts'>>(
  reader: Principal,
  rows: T[],
): Promise<T[]> {
  const cited = new Map(rows.map((row) => [row, citedDocuments(row)]));
  const closed = await findClosed(reader, [...cited.values()].flat());
  return rows.map((row) =>
    cited.get(row)?.some((id) => closed.has(id))
      ? { ...row, parts: withheld(storedParts(row)) }
      : row,
  );
}

/** Whether one of these documents is there, but not for this reader. */
export async function hasClosedDocument(reader: Principal, ids: string[]): Promise<boolean> {
  return (await findClosed(reader, ids)).size > 0;
}

async function findClosed(reader: Principal, ids: string[]): Promise<Set<string>> {
  const visibilities = await findVisibilities([...new Set(ids)]);
  const closed = [...visibilities].filter(([, visibility]) => !isListedFor(reader, visibility));
  return new Set(closed.map(([id]) => id));
}

/** Messages as the browser of this reader holds them. */
export async function showMessages(reader: Principal, rows: MessageRow[]): Promise<ChatMessage[]> {
  return (await withholdAnswers(reader, rows)).map(toChatMessage);
}

/** The documents that a stored message cites. */
export function citedDocuments(row: Pick<MessageRow, 'parts'>): string[] {
  return storedParts(row).flatMap((part) =>
    part.type === 'data-citations' ? part.data.items.map(({ documentId }) => documentId) : [],
  );
}

/** What the person decided stays. */
function withheld(parts: StoredPart[]): StoredPart[] {
  const notice = { type: 'data-notice', id: 'withheld', data: { code: 'withheld' } } as const;
  return [notice, ...parts.filter(({ type }) => type === 'data-action')];
}
