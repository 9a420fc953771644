import { type AIMessageChunk, HumanMessage } from '@langchain/core/messages';
import { concat } from '@langchain/core/utils/stream';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ModelCallRecord } from '@/lib/models/model-call';
import { type ModelName, modelNameFor } from '@/lib/models/model-name';
import { priceOf } from '@/lib/models/prices';
import { providerModel } from '@/lib/models/provider-model';
import { recordModelCall } from '@/lib/models/record-model-call';
import type { ModelTest, ShownPurpose, TestProblem } from '@/lib/shared/models';
import { detailOf, readFault } from './read-fault';

type OutsideModel = Exclude<ModelName, { provider: 'builtin' }>;

/** How long a test may take, in ms. */
const patience = 30_000;
const question = 'Reply with the single word: ready';

/**
 * Asks the model that is set for a purpose one small question, whatever stands in for it when it
 * fails, and whatever is left of the budget. It counts as a call, for the purpose `test`.
 * @throws AppError `invalid_request` where the built-in model serves
 */
export async function testModel(purpose: ShownPurpose): Promise<ModelTest> {
  const name = modelNameFor(purpose);
  if (name.provider === 'builtin') {
    throw new AppError('invalid_request', { detail: 'the built-in model needs no test' });
  }
  const startedAt = new Date();
  const reply: Reply = {};
  const fault = await ask(name, reply).then(
    () => (reply.whole?.text.trim() ? null : { outcome: 'empty' as const, detail: null }),
    (error: unknown) => {
      log().warn({ event: 'model-test-failed', ...name, err: error });
      return { outcome: readFault(error), detail: detailOf(error) };
    },
  );
  const call = toCall(name, startedAt, reply);
  const outcome = fault?.outcome ?? 'ok';
  await recordModelCall({ ...call, outcome: outcome === 'unknown-model' ? 'failed' : outcome });
  return {
    ...name,
    outcome,
    durationMs: call.durationMs,
    firstTokenMs: call.firstTokenMs ?? null,
    inputTokens: call.inputTokens ?? null,
    outputTokens: call.outputTokens ?? null,
    costMicros: call.costMicros,
    detail: fault?.detail ?? null,
  } satisfies ModelTest & { outcome: TestProblem | 'ok' };
}

/** What has come of an answer so far. */
interface Reply {
  whole?: AIMessageChunk;
  firstAt?: number;
}

async function ask(name: OutsideModel, reply: Reply): Promise<void> {
  const signal = AbortSignal.timeout(patience);
  const pieces = await providerModel(name).stream([new HumanMessage(question)], { signal });
  for await (const piece of pieces) {
    if (piece.text) reply.firstAt ??= Date.now();
    reply.whole = reply.whole ? concat(reply.whole, piece) : piece;
  }
}

function toCall(name: OutsideModel, startedAt: Date, { whole, firstAt }: Reply) {
  const told = whole?.usage_metadata;
  const usage = told && {
    inputTokens: told.input_tokens,
    cachedTokens: told.input_token_details?.cache_read ?? 0,
    outputTokens: told.output_tokens,
  };
  const began = startedAt.getTime();
  return {
    purpose: 'test',
    ...name,
    ...usage,
    startedAt,
    durationMs: Date.now() - began,
    ...(firstAt && { firstTokenMs: firstAt - began }),
    costMicros: priceOf(name.provider, name.model, usage),
  } satisfies Omit<ModelCallRecord, 'outcome'>;
}
