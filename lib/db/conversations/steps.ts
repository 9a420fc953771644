import { asc, eq } from 'drizzle-orm';
import { steps } from '@/drizzle/schema/conversations';
import { jsonText } from '@/drizzle/schema/json-column';
import type { Step } from '@/lib/shared/steps';
import { db, type Transaction } from '../client';
import { runText } from '../statement';

/** In the order of the values that are given to it: the turn, its steps as JSON. */
const appendText = `
  insert into steps (turn_id, seq, kind, name, detail, started_at, duration_ms, input_tokens,
    output_tokens)
  select $1, (select count(*) from steps where turn_id = $1) + row.seq, row.kind, row.name,
    row.detail, row."startedAt", row."durationMs", row."inputTokens", row."outputTokens"
  from jsonb_to_recordset($2::text::jsonb) as row(seq int, kind text, name text, detail jsonb,
    "startedAt" timestamptz, "durationMs" int, "inputTokens" int, "outputTokens" int)`;

/** Adds steps after those that the turn already has. */
export async function appendSteps(tx: Transaction, turnId: string, added: Step[]): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map((step, seq) => ({ ...step, seq }));
  await runText(tx, appendText, [turnId, jsonText(rows)]);
}

/** The steps of a turn, in order. */
export async function listSteps(turnId: string) {
  return await db().select().from(steps).where(eq(steps.turnId, turnId)).orderBy(asc(steps.seq));
}
