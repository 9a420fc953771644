import { asc, gte, sum } from 'drizzle-orm';
import { modelSpend } from '@/drizzle/schema/models';
import { db } from '../client';

const total = (column: Parameters<typeof sum>[0]) => sum(column).mapWith(Number);

const figures = {
  calls: total(modelSpend.calls),
  errors: total(modelSpend.errors),
  unpriced: total(modelSpend.unpriced),
  inputTokens: total(modelSpend.inputTokens),
  cachedTokens: total(modelSpend.cachedTokens),
  outputTokens: total(modelSpend.outputTokens),
  costMicros: total(modelSpend.costMicros),
};

/** What was spent since then, in millionths of a US dollar by team; empty name: no specialist. */
export async function findSpendSince(since: Date): Promise<Map<string, number>> {
  const { team } = modelSpend;
  const rows = await db()
    .select({ team, costMicros: figures.costMicros })
    .from(modelSpend)
    .where(gte(modelSpend.hour, since))
    .groupBy(team);
  return new Map(rows.map(({ team, costMicros }) => [team, costMicros]));
}

/** Sums since then by who asked which model for what. */
export async function listUsage(since: Date) {
  const { team, purpose, provider, model } = modelSpend;
  return await db()
    .select({ team, purpose, provider, model, ...figures })
    .from(modelSpend)
    .where(gte(modelSpend.hour, since))
    .groupBy(team, purpose, provider, model)
    .orderBy(asc(purpose), asc(provider), asc(model), asc(team));
}

/** Sums of each hour since then in which a model was called, in order. */
export async function listHourlySpend(since: Date) {
  const { hour } = modelSpend;
  return await db()
    .select({ hour, ...figures })
    .from(modelSpend)
    .where(gte(hour, since))
    .groupBy(hour)
    .orderBy(asc(hour));
}
