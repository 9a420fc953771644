import { and, count, eq, sql } from 'drizzle-orm';
import { citations } from '@/drizzle/schema/citations';
import { messages } from '@/drizzle/schema/conversations';
import { documents } from '@/drizzle/schema/knowledge';
import { type StoredPart, storedPartSchema } from '@/lib/shared/chat';
import { db, type Transaction } from '../client';
import { given, statement } from '../statement';
import { deleteSummariesCiting } from './conversation-summaries';

/** The documents that a message quotes, each once. */
export function documentsQuoted(parts: StoredPart[]): string[] {
  const items = parts.flatMap((part) => (part.type === 'data-citations' ? part.data.items : []));
  const there = items.filter(({ isDeleted }) => !isDeleted);
  return [...new Set(there.map(({ documentId }) => documentId))];
}

const selectKept = statement('keep-documents', (database) =>
  database
    .select({ id: documents.id })
    .from(documents)
    .where(sql`${documents.id} = any(${given('documentIds')}::text[])`)
    .orderBy(documents.id)
    .for('key share'),
);

/**
 * What a message says, without the quotations of documents that were deleted while it was written.
 * The others stay until the transaction ends, so that whoever deletes one finds the message.
 */
export async function withoutDeleted(tx: Transaction, parts: StoredPart[]): Promise<StoredPart[]> {
  const documentIds = documentsQuoted(parts);
  if (documentIds.length === 0) return parts;
  const rows = await selectKept(tx, { documentIds });
  const there = new Set(rows.map(({ id }) => id));
  const gone = documentIds.filter((id) => !there.has(id));
  return gone.reduce((rest, id) => rest.map((part) => redact(part, id)), parts);
}

/** In how many messages a document is quoted. */
export async function countCitations(documentId: string): Promise<number> {
  const [row] = await db()
    .select({ n: count() })
    .from(citations)
    .where(eq(citations.documentId, documentId));
  return row?.n ?? 0;
}

/**
 * Takes title and quotation of a document out of the sources of every message that quotes it. The
 * numbers stay, so that the answers can still be read.
 */
export async function redactCitations(tx: Transaction, documentId: string): Promise<void> {
  await deleteSummariesCiting(tx, documentId);
  const quoting = await tx
    .select({ conversationId: messages.conversationId, id: messages.id, parts: messages.parts })
    .from(citations)
    .innerJoin(
      messages,
      and(
        eq(messages.conversationId, citations.conversationId),
        eq(messages.id, citations.messageId),
      ),
    )
    .where(eq(citations.documentId, documentId));
  for (const { conversationId, id, parts } of quoting) {
    await tx
      .update(messages)
      .set({
        parts: storedPartSchema
          .array()
          .parse(parts)
          .map((part) => redact(part, documentId)),
      })
      .where(and(eq(messages.conversationId, conversationId), eq(messages.id, id)));
  }
  await tx.delete(citations).where(eq(citations.documentId, documentId));
}

function redact(part: StoredPart, documentId: string): StoredPart {
  if (part.type !== 'data-citations') return part;
  const items = part.data.items.map((item) =>
    item.documentId === documentId
      ? { ...item, document: '', quote: '', page: null, isDeleted: true as const }
      : item,
  );
  return { ...part, data: { items } };
}
