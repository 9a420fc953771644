import { bigint, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * What the embedded indexes of all processes must reload: for each document, the number of its last
 * change. Numbers grow in the order of commits (see `knowledge/store/index-changes.ts`); rows stay
 * when a document goes, so that its going is seen.
 */
export const indexChanges = pgTable(
  'index_changes',
  {
    documentId: text('document_id').primaryKey(),
    version: bigint('version', { mode: 'number' }).notNull(),
  },
  (table) => [index('index_changes_version').on(table.version)],
);

/**
 * The indexes there are: one that answers, and beside it at most one that is being built for
 * another embedding model or another kind of store.
 */
export const searchIndexes = pgTable(
  'search_indexes',
  {
    id: text('id').primaryKey(),
    store: text('store', { enum: ['embedded', 'qdrant'] }).notNull(),
    /** The embedding model, as in `EMBEDDINGS`; `none` for words alone. */
    embeddings: text('embeddings').notNull(),
    state: text('state', { enum: ['building', 'live'] }).notNull(),
    /** Documents put in, of all there were when the building began. */
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    /** Why the building stands still; null while it goes on. */
    errorCode: text('error_code'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('search_indexes_state').on(table.state)],
);
