import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { json } from './json-column';
import { sources } from './sources';
import { denseVector, sparseVector } from './vector-columns';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** What people know as one document, through all its versions. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    /** A person gave the title: no version's own takes its place. */
    isTitleGiven: boolean('is_title_given').notNull().default(false),
    /** `public`, `staff` or `team:<id>`: see `lib/auth/visibility.ts`. */
    visibility: text('visibility').notNull(),
    /** The version that answers. Set in one statement: readers meet the old one or the new one. */
    liveVersionId: text('live_version_id').references((): AnyPgColumn => documentVersions.id),
    /** The version that was handed in last: live, on its way, or failed. */
    latestVersionId: text('latest_version_id').references((): AnyPgColumn => documentVersions.id),
    /** Where it comes from, and what it is called there; null for an upload. */
    sourceId: text('source_id').references(() => sources.id),
    sourceKey: text('source_key'),
    /** The person who uploaded it; null for the seed, the command line and sources. */
    uploadedBy: text('uploaded_by'),
    /** When a passage of it was last found for a question, to the minute. */
    lastHitAt: instant('last_hit_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('documents_created').on(table.createdAt.desc(), table.id.desc()),
    uniqueIndex('documents_source').on(table.sourceId, table.sourceKey),
    index('documents_latest').on(table.latestVersionId),
  ],
);

/** One file of a document and how far its ingestion has come. The file is stored under this id. */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references((): AnyPgColumn => documents.id, { onDelete: 'cascade' }),
    /** From 1, in the order in which they were handed in. */
    number: integer('number').notNull(),
    filename: text('filename').notNull(),
    /** Detected from the content, never from the name; null until detected. */
    format: text('format'),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    status: text('status', {
      enum: ['queued', 'parsing', 'chunking', 'embedding', 'ready', 'failed'],
    }).notNull(),
    /** 0 to 1 over the whole ingestion. */
    progress: real('progress').notNull().default(0),
    pages: integer('pages'),
    chunkCount: integer('chunk_count'),
    errorCode: text('error_code'),
    /** How often a worker has begun it. */
    attempt: integer('attempt').notNull().default(0),
    uploadedBy: text('uploaded_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    /** When its worker last was heard of. */
    heartbeatAt: instant('heartbeat_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('document_versions_number').on(table.documentId, table.number),
    index('document_versions_sha256').on(table.sha256),
    index('document_versions_unfinished')
      .on(table.status)
      .where(sql`status not in ('ready', 'failed')`),
    index('document_versions_failed').on(table.endedAt).where(sql`status = 'failed'`),
  ],
);

/** What the parser read of a version, in reading order. */
export const elements = pgTable(
  'elements',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => documentVersions.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['title', 'text', 'list', 'table', 'image'] }).notNull(),
    text: text('text').notNull(),
    /** Page, slide or sheet, from 1; null where the format has none. */
    page: integer('page'),
    /** Kind-specific facts: heading level, table rows, places, why it is hidden. */
    detail: json('detail').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.seq] }),
    index('elements_page').on(table.versionId, table.page),
  ],
);

/**
 * What search finds. The rows of live versions are the source of truth of every index. An id stays
 * the same from version to version while the passage does: citations hold.
 */
export const chunks = pgTable(
  'chunks',
  {
    id: text('id').notNull(),
    versionId: text('version_id')
      .notNull()
      .references(() => documentVersions.id, { onDelete: 'cascade' }),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    text: text('text').notNull(),
    headingPath: text('heading_path').array().notNull(),
    /** Chunks under the same heading share a number: what a model reads is the section. */
    section: integer('section').notNull(),
    page: integer('page'),
    pageTo: integer('page_to'),
    /** Where its text stands on its pages: `{page, x, y, width, height}` as fractions. */
    boxes: json('boxes').notNull(),
    /** Of the text as it was read: finds a person's edit again, and vectors of the version before. */
    originalHash: text('original_hash').notNull(),
    /** The edit that made it what it is; null where it stands as it was read. */
    editId: text('edit_id').references(() => chunkEdits.id),
    /** Switched off by a person: kept, never found. */
    isDisabled: boolean('is_disabled').notNull().default(false),
    /** From `knowledge/sparse.ts`. */
    sparse: sparseVector('sparse').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.id] }),
    index('chunks_order').on(table.versionId, table.seq),
    index('chunks_id').on(table.id),
    index('chunks_document').on(table.documentId),
  ],
);

/** The meaning of a chunk to one embedding model. */
export const chunkVectors = pgTable(
  'chunk_vectors',
  {
    versionId: text('version_id').notNull(),
    chunkId: text('chunk_id').notNull(),
    /** As in `EMBEDDINGS`, `provider:model`. */
    model: text('model').notNull(),
    vector: denseVector('vector').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.chunkId, table.model] }),
    foreignKey({
      columns: [table.versionId, table.chunkId],
      foreignColumns: [chunks.versionId, chunks.id],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
);

/** What a person changed about a document's chunks; put on again whenever the document is read. */
export const chunkEdits = pgTable(
  'chunk_edits',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    /** Which chunk, by `chunks.original_hash`; null for one that a person added. */
    originalHash: text('original_hash'),
    originalText: text('original_text').notNull(),
    /** What stands there instead; null where only `is_disabled` changed. */
    text: text('text'),
    page: integer('page'),
    isDisabled: boolean('is_disabled').notNull().default(false),
    editedBy: text('edited_by').notNull(),
    editedAt: instant('edited_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('chunk_edits_original').on(table.documentId, table.originalHash)],
);

/** What happened to a version on its way, for the people who handed it in. */
export const ingestionLog = pgTable(
  'ingestion_log',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    versionId: text('version_id')
      .notNull()
      .references(() => documentVersions.id, { onDelete: 'cascade' }),
    at: instant('at').notNull().defaultNow(),
    level: text('level', { enum: ['info', 'warning', 'error'] }).notNull(),
    code: text('code').notNull(),
    values: json('values').notNull(),
  },
  (table) => [index('ingestion_log_version').on(table.versionId, table.id)],
);
