import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    filename: text('filename').notNull(),
    /** Detected from the content, never from the name; null until detected. */
    format: text('format'),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    /** `public`, `staff` or `team:<id>`: see `lib/auth/visibility.ts`. */
    visibility: text('visibility').notNull(),
    status: text('status', {
      enum: ['queued', 'parsing', 'chunking', 'embedding', 'ready', 'failed'],
    }).notNull(),
    /** 0 to 1 over the whole ingestion. */
    progress: real('progress').notNull().default(0),
    pages: integer('pages'),
    chunkCount: integer('chunk_count'),
    errorCode: text('error_code'),
    /** The person who uploaded it; null for the seed and the command line. */
    uploadedBy: text('uploaded_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('documents_created').on(table.createdAt.desc()),
    index('documents_sha256').on(table.sha256),
  ],
);

/** What the parser read, in reading order. */
export const elements = pgTable(
  'elements',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['title', 'text', 'list', 'table'] }).notNull(),
    text: text('text').notNull(),
    /** Page or slide, from 1; null where the format has none. */
    page: integer('page'),
    /** Kind-specific facts: heading level, table rows. */
    detail: json('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.seq] })],
);

/** What search finds. The rows are also the embedded index's source of truth. */
export const chunks = pgTable(
  'chunks',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    text: text('text').notNull(),
    headingPath: text('heading_path').array().notNull(),
    page: integer('page'),
    pageTo: integer('page_to'),
    /** Sparse vector from `knowledge/sparse.ts`: term hashes (unsigned 32 bit) and their weights. */
    sparseIndices: json('sparse_indices').$type<number[]>().notNull(),
    sparseValues: json('sparse_values').$type<number[]>().notNull(),
    /** Dense vector where `EMBEDDINGS` is set. */
    dense: real('dense').array(),
  },
  (table) => [index('chunks_document').on(table.documentId, table.seq)],
);

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
