import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { conversations } from './conversations';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What was said before the messages that a model is shown, once a conversation has grown long. */
export const conversationSummaries = pgTable('conversation_summaries', {
  conversationId: text('conversation_id')
    .primaryKey()
    .references(() => conversations.id, { onDelete: 'cascade' }),
  /** The position of the last message it tells of. */
  upToSeq: integer('up_to_seq').notNull(),
  text: text('text').notNull(),
  /** As in MODEL, such as `builtin`. */
  madeBy: text('made_by').notNull(),
  /** Documents that the answers it tells of cited: whoever may not read one is not told either. */
  citedDocumentIds: text('cited_document_ids').array().notNull(),
  madeAt: instant('made_at').notNull().defaultNow(),
});
