import type { Principal } from '@/lib/auth/principal';
import { findVisibilities, isListedFor } from '@/lib/db/documents';
import { type MessageRow, storedParts, toChatMessage } from '@/lib/db/messages';
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
  const cited = new Map(rows.map((row) => [row, documentsIn(storedParts(row))]));
  const ids = [...new Set([...cited.values()].flat())];
  const visibilities = await findVisibilities(ids);
  const isClosed = (id: string) => {
    const visibility = visibilities.get(id);
    return visibility !== undefined && !isListedFor(reader, visibility);
  };
  return rows.map((row) =>
    cited.get(row)?.some(isClosed) ? { ...row, parts: withheld(storedParts(row)) } : row,
  );
}

/** Messages as the browser of this reader holds them. */
export async function showMessages(reader: Principal, rows: MessageRow[]): Promise<ChatMessage[]> {
  return (await withholdAnswers(reader, rows)).map(toChatMessage);
}

function documentsIn(parts: StoredPart[]): string[] {
  return parts.flatMap((part) =>
    part.type === 'data-citations' ? part.data.items.map(({ documentId }) => documentId) : [],
  );
}

/** What the person decided stays. */
function withheld(parts: StoredPart[]): StoredPart[] {
  const notice = { type: 'data-notice', id: 'withheld', data: { code: 'withheld' } } as const;
  return [notice, ...parts.filter(({ type }) => type === 'data-action')];
}
