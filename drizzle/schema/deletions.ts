import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** That a document was deleted: what there was of it before and after, and nothing of what it said. */
export const deletions = pgTable('deletions', {
  documentId: text('document_id').primaryKey(),
  visibility: text('visibility').notNull(),
  /** Counts, as in `lib/shared/deletions.ts`. */
  before: json('before').notNull(),
  /** Null until files and outside indexes have followed. */
  after: json('after'),
  deletedBy: text('deleted_by'),
  deletedAt: instant('deleted_at').notNull().defaultNow(),
});
