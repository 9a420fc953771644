import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './identity';
import { json } from './json-column';

/** Choices that administrators make while the desk runs; names and values as in `lib/shared/settings.ts`. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: json('value').notNull(),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
});

/** How passages were to be looked for, each time somebody decided about it; the last row holds. */
export const retrievalSettings = pgTable('retrieval_settings', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  /** As in `lib/shared/retrieval.ts`. */
  settings: json('settings').notNull(),
  /** Null when the account is gone. */
  appliedBy: text('applied_by').references(() => users.id, { onDelete: 'set null' }),
  appliedAt: timestamp('applied_at', { withTimezone: true }).notNull().defaultNow(),
});
