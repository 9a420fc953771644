import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { conversations } from './conversations';
import { users } from './identity';

/** What a signed-in person said of themselves and wants remembered. They see and erase it themselves. */
export const personFacts = pgTable(
  'person_facts',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    /** Where they said it; absent when that conversation is gone. */
    conversationId: text('conversation_id').references(() => conversations.id, {
      onDelete: 'set null',
    }),
    turnId: text('turn_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('person_facts_person').on(table.userId, table.createdAt),
    uniqueIndex('person_facts_once').on(table.userId, table.text),
  ],
);
