import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { actions } from './conversations';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What became of an action, in order: who did what to it, and when. */
export const actionEvents = pgTable(
  'action_events',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    actionId: text('action_id')
      .notNull()
      .references(() => actions.id, { onDelete: 'cascade' }),
    /** As in `lib/shared/actions.ts`. */
    kind: text('kind').notNull(),
    /** The person or operator who did it; null where the desk did. */
    byId: text('by_id'),
    detail: json('detail'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('action_events_action').on(table.actionId, table.id)],
);
