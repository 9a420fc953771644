import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './identity';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const amount = (name: string) => bigint(name, { mode: 'number' });
const sum = (name: string) => amount(name).notNull().default(0);

/**
 * Every attempt at a provider of language models. Turn and conversation are no foreign keys: what
 * was spent stays when they are deleted, and a turn's end checks nothing for it.
 */
export const modelCalls = pgTable(
  'model_calls',
  {
    id: amount('id').primaryKey().generatedAlwaysAsIdentity(),
    turnId: text('turn_id'),
    conversationId: text('conversation_id'),
    /** Who had it asked, and whose budget it counts against; null where no specialist was at work. */
    specialist: text('specialist'),
    /** As in `lib/models/model-name.ts`, and `test`. */
    purpose: text('purpose').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    startedAt: instant('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    firstTokenMs: integer('first_token_ms'),
    /** All that was read, what came from the provider's cache included. */
    inputTokens: integer('input_tokens'),
    cachedTokens: integer('cached_tokens'),
    outputTokens: integer('output_tokens'),
    /** Millionths of a US dollar; null when no price is known. */
    costMicros: amount('cost_micros'),
    /** As in `lib/models/model-call.ts`. */
    outcome: text('outcome').notNull(),
  },
  // By time alone there is none: with it, a purpose that is seldom asked for is looked for in all calls.
  (table) => [index('model_calls_purpose').on(table.purpose, table.startedAt)],
);

/**
 * Sums of `model_calls` by the hour, kept by the statement that adds calls, so that a look at a
 * month reads hours, not calls.
 */
export const modelSpend = pgTable(
  'model_spend',
  {
    /** When an hour began on the clocks of the desk. */
    hour: instant('hour').notNull(),
    /** Specialist; empty where none was at work. */
    team: text('team').notNull(),
    purpose: text('purpose').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    /** Of the database session that added: turns that end at once wait for no common row. */
    lane: integer('lane').notNull(),
    calls: sum('calls'),
    errors: sum('errors'),
    /** Calls of which no price is known: they are not in `costMicros`. */
    unpriced: sum('unpriced'),
    inputTokens: sum('input_tokens'),
    cachedTokens: sum('cached_tokens'),
    outputTokens: sum('output_tokens'),
    costMicros: sum('cost_micros'),
  },
  (table) => [
    primaryKey({
      columns: [table.hour, table.team, table.purpose, table.provider, table.model, table.lane],
    }),
  ],
);

/** What may be spent in a day; without a row there is no limit. */
export const modelBudgets = pgTable('model_budgets', {
  /** Specialist; empty for the whole desk. */
  team: text('team').primaryKey(),
  /** Millionths of a US dollar. */
  dailyMicros: amount('daily_micros').notNull(),
  /** Null when the account is gone. */
  changedBy: text('changed_by').references(() => users.id, { onDelete: 'set null' }),
  changedAt: instant('changed_at').notNull().defaultNow(),
});
