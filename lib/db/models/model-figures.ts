import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../client';

/** Of so many of the latest answers for each purpose percentiles are taken. */
const latestAnswers = 2_000;
/** So many of the latest calls tell how models do. */
const latestCalls = 500;

const numbers = z.array(z.number().nullable()).nullable();
const latencyRow = z.object({
  purpose: z.string(),
  provider: z.string(),
  model: z.string(),
  first: numbers,
  whole: numbers,
});

/**
 * Median and 95th percentile of the time to the first words and to the end, in ms, by purpose and
 * model: of the latest 2,000 answers since then for each purpose, so that it costs the same on a
 * busy desk.
 */
export async function listLatencies(since: Date, purposes: readonly string[]) {
  const rows = await db().execute(sql`
    select asked.purpose, call.provider, call.model,
      percentile_cont(array[0.5, 0.95]) within group (order by call.first_token_ms) as first,
      percentile_cont(array[0.5, 0.95]) within group (order by call.duration_ms) as whole
    from jsonb_array_elements_text(${JSON.stringify(purposes)}::jsonb) as asked(purpose)
    cross join lateral (
      select provider, model, first_token_ms, duration_ms from model_calls
      where model_calls.purpose = asked.purpose and outcome = 'ok'
        and started_at >= ${since.toISOString()}::timestamptz
      order by started_at desc limit ${latestAnswers}
    ) call
    group by 1, 2, 3`);
  return z.array(latencyRow).parse([...rows]);
}

const instant = z.coerce.date().nullable();
const lastCallsRow = z.object({
  provider: z.string(),
  model: z.string(),
  answeredAt: instant,
  failedAt: instant,
  fault: z.string().nullable(),
});

/** When each model answered and failed last, among the latest calls of all. */
export async function listLastCalls() {
  const rows = await db().execute(sql`
    select provider, model,
      max(started_at) filter (where outcome = 'ok') as "answeredAt",
      max(started_at) filter (where outcome <> 'ok') as "failedAt",
      (array_agg(outcome order by started_at desc) filter (where outcome <> 'ok'))[1] as fault
    from (
      select provider, model, started_at, outcome from model_calls
      where outcome <> 'aborted' order by id desc limit ${latestCalls}
    ) call
    group by 1, 2`);
  return z.array(lastCallsRow).parse([...rows]);
}
