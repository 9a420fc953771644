import { jsonText } from '@/drizzle/schema/json-column';
import { deskHour } from '@/lib/desk-clock';
import type { ModelCallRecord } from '@/lib/models/model-call';
import type { Executor } from '../client';
import { runText } from '../statement';

/** Adds calls, given as JSON, to their table and to the sums of their hours. */
const insertText = `
  with rows as materialized (
    select * from jsonb_to_recordset($1::text::jsonb) as row(
      "turnId" text, "conversationId" text, specialist text, purpose text, provider text,
      model text, hour timestamptz, "startedAt" timestamptz, "durationMs" int,
      "firstTokenMs" int, "inputTokens" int, "cachedTokens" int, "outputTokens" int,
      "costMicros" bigint, outcome text)
  ), added as (
    insert into model_calls (turn_id, conversation_id, specialist, purpose, provider, model,
      started_at, duration_ms, first_token_ms, input_tokens, cached_tokens, output_tokens,
      cost_micros, outcome)
    select "turnId", "conversationId", specialist, purpose, provider, model, "startedAt",
      "durationMs", "firstTokenMs", "inputTokens", "cachedTokens", "outputTokens",
      "costMicros", outcome
    from rows
  )
  insert into model_spend as spent (hour, team, purpose, provider, model, lane, calls, errors,
    unpriced, input_tokens, cached_tokens, output_tokens, cost_micros)
  select hour, coalesce(specialist, ''), purpose, provider, model, pg_backend_pid() % 64,
    count(*), count(*) filter (where outcome not in ('ok', 'aborted')),
    count(*) filter (where "costMicros" is null and coalesce("inputTokens", 0) > 0),
    coalesce(sum("inputTokens"), 0), coalesce(sum("cachedTokens"), 0),
    coalesce(sum("outputTokens"), 0), coalesce(sum("costMicros"), 0)
  from rows
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5
  on conflict (hour, team, purpose, provider, model, lane) do update set
    calls = spent.calls + excluded.calls, errors = spent.errors + excluded.errors,
    unpriced = spent.unpriced + excluded.unpriced,
    input_tokens = spent.input_tokens + excluded.input_tokens,
    cached_tokens = spent.cached_tokens + excluded.cached_tokens,
    output_tokens = spent.output_tokens + excluded.output_tokens,
    cost_micros = spent.cost_micros + excluded.cost_micros`;

/**
 * Stores calls and adds them to the sums of their hours, in one statement that waits for no other
 * session: each adds to rows of its own.
 */
export async function insertModelCalls(
  executor: Executor,
  calls: readonly ModelCallRecord[],
): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map((call) => ({
    ...call,
    hour: deskHour(call.startedAt),
    durationMs: Math.round(call.durationMs),
    firstTokenMs: call.firstTokenMs === undefined ? null : Math.round(call.firstTokenMs),
  }));
  await runText(executor, insertText, [jsonText(rows)]);
}
