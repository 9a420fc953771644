import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { conversations } from './conversations';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Work for people: an escalated conversation. */
export const cases = pgTable(
  'cases',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['open', 'assigned', 'closed'] }).notNull(),
    category: text('category', {
      enum: ['asked-for-person', 'no-source', 'action-failed', 'complaint', 'turn-failed', 'rule'],
    }).notNull(),
    summary: text('summary').notNull(),
    priority: text('priority', { enum: ['low', 'normal', 'high'] }).notNull(),
    teamId: text('team_id').notNull(),
    assigneeId: text('assignee_id'),
    openedAt: instant('opened_at').notNull().defaultNow(),
    /** When the first reply of a person is due (SLA). */
    dueAt: instant('due_at').notNull(),
    takenAt: instant('taken_at'),
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('cases_one_open').on(table.conversationId).where(sql`state <> 'closed'`),
    index('cases_state').on(table.state, table.openedAt),
  ],
);
