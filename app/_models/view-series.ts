import type { listHourlySpend } from '@/lib/db/models/model-spend';
import { deskDay, deskHour } from '@/lib/desk-clock';
import type { ModelRange, ModelSums, ModelsView } from '@/lib/shared/models';

const hourMs = 3_600_000;
const days: Record<Exclude<ModelRange, '24h'>, number> = { '7d': 7, '30d': 30 };

/** When a range that ends now begins: whole hours of a day, else whole days of the desk. */
export function rangeStart(range: ModelRange, now: Date): Date {
  if (range === '24h') return new Date(deskHour(now).getTime() - 23 * hourMs);
  return deskDay(now, days[range] - 1);
}

/** Sums of each hour of a day, or of each day of a longer range; nothing happened in some. */
export function viewSeries(
  range: ModelRange,
  now: Date,
  hours: Awaited<ReturnType<typeof listHourlySpend>>,
): ModelsView['series'] {
  const begins = (instant: Date) => (range === '24h' ? deskHour(instant) : deskDay(instant));
  const sums = new Map(listStarts(range, now).map((at) => [at, noSums()]));
  for (const { hour, ...row } of hours) {
    const at = begins(hour).getTime();
    sums.set(at, addSums(sums.get(at) ?? noSums(), row));
  }
  return [...sums].map(([at, row]) => ({ at: new Date(at).toISOString(), ...row }));
}

function listStarts(range: ModelRange, now: Date): number[] {
  const first = rangeStart(range, now).getTime();
  if (range === '24h') return Array.from({ length: 24 }, (_, at) => first + at * hourMs);
  const count = days[range];
  return Array.from({ length: count }, (_, at) => deskDay(now, count - 1 - at).getTime());
}

/** Nothing yet. */
export function noSums(): ModelSums {
  return {
    calls: 0,
    errors: 0,
    unpriced: 0,
    inputTokens: 0,
    cachedTokens: 0,
    outputTokens: 0,
    costMicros: 0,
  };
}

/** Both together. */
export function addSums(one: ModelSums, other: ModelSums): ModelSums {
  return {
    calls: one.calls + other.calls,
    errors: one.errors + other.errors,
    unpriced: one.unpriced + other.unpriced,
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    costMicros: one.costMicros + other.costMicros,
  };
}
