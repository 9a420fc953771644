import { boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A place that documents are taken from again and again: a folder, a web page, a sitemap. */
export const sources = pgTable(
  'sources',
  {
    id: text('id').primaryKey(),
    /** Which connector reads it: see `knowledge/sources/connectors.ts`. */
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** As the connector's own schema says. */
    config: json('config').notNull(),
    /** Who may read what comes from it. */
    visibility: text('visibility').notNull(),
    everyMinutes: integer('every_minutes').notNull(),
    isPaused: boolean('is_paused').notNull().default(false),
    state: text('state', { enum: ['idle', 'running', 'failed'] })
      .notNull()
      .default('idle'),
    /** What the last run found and did, as in `lib/shared/sources.ts`. */
    outcome: json('outcome'),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** When it is due again. */
    nextRunAt: instant('next_run_at').notNull().defaultNow(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('sources_due').on(table.nextRunAt)],
);
