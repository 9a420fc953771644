import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { json } from './json-column';

/** Choices that administrators make while the desk runs; names and values as in `lib/shared/settings.ts`. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: json('value').notNull(),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
});
