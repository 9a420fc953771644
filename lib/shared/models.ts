import { z } from 'zod';

/** What models are asked for, in the order in which people read of it. */
export const modelPurposes = ['answer', 'route', 'rewrite', 'summarise', 'judge'] as const;
const modelPurposeSchema = z.enum(modelPurposes);
export type ModelPurpose = z.infer<typeof modelPurposeSchema>;

/** How far back the figures of the models page go. */
export const modelRanges = ['24h', '7d', '30d'] as const;
export const modelRangeSchema = z.enum(modelRanges);
export type ModelRange = z.infer<typeof modelRangeSchema>;

const count = z.number().int().nonnegative();

/** Money is in millionths of a US dollar. */
const modelSumsSchema = z.object({
  calls: count,
  /** Calls that failed; those that a person stopped are not among them. */
  errors: count,
  /** Calls of which no price is known: `costMicros` is without them. */
  unpriced: count,
  /** All that was read, `cachedTokens` included. */
  inputTokens: count,
  cachedTokens: count,
  outputTokens: count,
  costMicros: count,
});
export type ModelSums = z.infer<typeof modelSumsSchema>;

/** Milliseconds within which half, and 95 of 100, of the latest answers came. */
const percentilesSchema = z.object({ p50: z.number(), p95: z.number() });
export type Percentiles = z.infer<typeof percentilesSchema>;

const modelRefSchema = z.object({ provider: z.string(), model: z.string() });

const linkSchema = modelRefSchema.extend({
  /** The variable that names it; null for the built-in model where none does. */
  variable: z.string().nullable(),
});
export type ChainLink = z.infer<typeof linkSchema>;

const healthSchema = modelRefSchema.extend({
  /** `resting`: it failed so often that it is left alone for a while. */
  state: z.enum(['answers', 'fails', 'resting', 'unasked']),
  lastAnswerAt: z.string().nullable(),
  lastFault: z.object({ outcome: z.string(), at: z.string() }).nullable(),
});
export type ModelHealthView = z.infer<typeof healthSchema>;

const usageSchema = modelRefSchema.extend({
  purpose: z.string(),
  sums: modelSumsSchema,
  firstToken: percentilesSchema.nullable(),
  whole: percentilesSchema.nullable(),
});
export type ModelUsageView = z.infer<typeof usageSchema>;

const budgetSchema = z.object({
  /** Specialist; empty for the whole desk. */
  team: z.string(),
  dailyMicros: count.nullable(),
  spentMicros: count,
  /** Who set it last; null where nobody did, or the account is gone. */
  changed: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
});
export type BudgetView = z.infer<typeof budgetSchema>;

export const budgetsViewSchema = z.object({
  budgets: z.array(budgetSchema),
  /** `MODEL_DAILY_BUDGET_USD`: the lower of it and the desk's budget holds. */
  environmentMicros: count.nullable(),
  /** The zone on whose clocks days begin. */
  zone: z.string(),
});
export type BudgetsView = z.infer<typeof budgetsViewSchema>;

/** What `GET /api/models` tells. */
export const modelsViewSchema = z.object({
  range: modelRangeSchema,
  since: z.string(),
  purposes: z.array(z.object({ purpose: modelPurposeSchema, chain: z.array(linkSchema) })),
  health: z.array(healthSchema),
  totals: modelSumsSchema,
  usage: z.array(usageSchema),
  /** An empty name: no specialist was at work, as when a message is routed. */
  teams: z.array(z.object({ team: z.string(), sums: modelSumsSchema })),
  /** One for each hour of a day, or each day, empty ones included. */
  series: z.array(modelSumsSchema.extend({ at: z.string() })),
  budgets: budgetsViewSchema,
  prices: z.object({
    /** Month of the list prices, `YYYY-MM`. */
    asOf: z.string(),
    /** Models in use of which no price is known, as the environment names them. */
    unknown: z.array(z.string()),
  }),
});
export type ModelsView = z.infer<typeof modelsViewSchema>;

/** Most that a day's budget can be, in US dollars. */
export const maxBudget = 1_000_000;

/** Body of `PUT /api/models/budgets`: who is not named keeps what it has; null takes the limit away. */
export const budgetChangesSchema = z.strictObject({
  budgets: z
    .array(
      z.strictObject({
        team: z.string().max(64),
        dailyUsd: z.number().min(0).max(maxBudget).nullable(),
      }),
    )
    .min(1)
    .max(100),
});
export type BudgetChanges = z.infer<typeof budgetChangesSchema>;

/** Body of `POST /api/models/test`. */
export const modelTestRequestSchema = z.strictObject({ purpose: modelPurposeSchema });

/** Why a test got no answer; the sentence stands in `models.test.problems`. */
const testProblemSchema = z.enum([
  'unauthorised',
  'unknown-model',
  'limited',
  'overloaded',
  'timeout',
  'unreachable',
  'cut',
  'garbled',
  'empty',
  'refused',
  'aborted',
  'failed',
]);
export type TestProblem = z.infer<typeof testProblemSchema>;

/** What came of asking a model one small question. */
export const modelTestSchema = modelRefSchema.extend({
  outcome: z.enum(['ok', ...testProblemSchema.options]),
  durationMs: count,
  firstTokenMs: count.nullable(),
  inputTokens: count.nullable(),
  outputTokens: count.nullable(),
  costMicros: count.nullable(),
  /** What the provider said, shortened, without keys; null when it said nothing. */
  detail: z.string().nullable(),
});
export type ModelTest = z.infer<typeof modelTestSchema>;
