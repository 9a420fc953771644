import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { messages } from './conversations';

/** Which messages quote which document: found again when the document goes. */
export const citations = pgTable(
  'citations',
  {
    documentId: text('document_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    messageId: text('message_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.conversationId, table.messageId] }),
    foreignKey({
      columns: [table.conversationId, table.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    }).onDelete('cascade'),
  ],
);
