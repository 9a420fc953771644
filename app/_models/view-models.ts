import { listLastCalls, listLatencies } from '@/lib/db/models/model-figures';
import { listHourlySpend, listUsage } from '@/lib/db/models/model-spend';
import { listRestingModels } from '@/lib/models/model-links';
import { nameOfModel } from '@/lib/models/model-name';
import { findPrice, pricesAsOf } from '@/lib/models/prices';
import {
  type ModelRange,
  type ModelSums,
  type ModelsView,
  type ModelUsageView,
  modelPurposes,
  type Percentiles,
} from '@/lib/shared/models';
import { modelChain } from './model-chain';
import { viewBudgets } from './view-budgets';
import { viewHealth } from './view-health';
import { addSums, noSums, rangeStart, viewSeries } from './view-series';

type UsageRow = Awaited<ReturnType<typeof listUsage>>[number];
type LatencyRow = Awaited<ReturnType<typeof listLatencies>>[number];

/** Which models serve this desk, how they do and what they cost. */
export async function viewModels(range: ModelRange): Promise<ModelsView> {
  const now = new Date();
  const since = rangeStart(range, now);
  const [usage, hours, latencies, lastCalls, budgets] = await Promise.all([
    listUsage(since),
    listHourlySpend(since),
    listLatencies(since, [...modelPurposes, 'test']),
    listLastCalls(),
    viewBudgets(),
  ]);
  const purposes = modelPurposes.map((purpose) => ({ purpose, chain: modelChain(purpose) }));
  const chains = purposes.map(({ chain }) => chain);
  return {
    range,
    since: since.toISOString(),
    purposes,
    health: viewHealth(chains, lastCalls, listRestingModels()),
    totals: usage.reduce<ModelSums>(addSums, noSums()),
    usage: viewUsage(usage, latencies),
    teams: sumBy(usage, ({ team }) => team)
      .map(([row, sums]) => ({ team: row.team, sums }))
      .sort((one, other) => other.sums.costMicros - one.sums.costMicros),
    series: viewSeries(range, now, hours),
    budgets,
    prices: { asOf: pricesAsOf, unknown: listUnpriced([...chains.flat(), ...usage]) },
  };
}

function viewUsage(usage: UsageRow[], latencies: LatencyRow[]): ModelUsageView[] {
  const keyOf = (row: UsageRow | LatencyRow) =>
    JSON.stringify([row.purpose, row.provider, row.model]);
  const known = new Map(latencies.map((row) => [keyOf(row), row]));
  return sumBy(usage, keyOf).map(([row, sums]) => ({
    purpose: row.purpose,
    provider: row.provider,
    model: row.model,
    sums,
    firstToken: toPercentiles(known.get(keyOf(row))?.first),
    whole: toPercentiles(known.get(keyOf(row))?.whole),
  }));
}

/** Adds up rows of the same key; each sum comes with one of its rows. */
function sumBy(rows: UsageRow[], keyOf: (row: UsageRow) => string): [UsageRow, ModelSums][] {
  const groups = new Map<string, [UsageRow, ModelSums]>();
  for (const row of rows) {
    const [first, sums] = groups.get(keyOf(row)) ?? [row, noSums()];
    groups.set(keyOf(row), [first, addSums(sums, row)]);
  }
  return [...groups.values()];
}

function toPercentiles(numbers: (number | null)[] | null | undefined): Percentiles | null {
  const [p50, p95] = numbers ?? [];
  return typeof p50 === 'number' && typeof p95 === 'number' ? { p50, p95 } : null;
}

function listUnpriced(models: { provider: string; model: string }[]): string[] {
  const unpriced = models.filter(({ provider, model }) => !findPrice(provider, model));
  return [...new Set(unpriced.map(nameOfModel))].sort();
}
