import { HumanMessage } from '@langchain/core/messages';
import { AppError } from '@/lib/errors';
import { Bulkhead } from '@/lib/models/bulkhead';
import { ModelFault } from '@/lib/models/model-fault';
import { modelLimits } from '@/lib/models/model-limits';
import { ModelLink } from '@/lib/models/model-link';
import { modelNameFor, type OutsideModel } from '@/lib/models/model-name';
import { priceOf } from '@/lib/models/prices';
import { Speech } from '@/lib/models/speech';
import type { ModelPurpose, ModelTest, TestProblem } from '@/lib/shared/models';

/** How long a test may take, and its first words, in ms. */
const callMs = 30_000;
const firstTokenMs = 20_000;
const question = 'Reply with the single word: ready';

/**
 * Asks the model that is set for a purpose one small question, whatever stands in for it when it
 * fails, and also while it is left alone. It counts as a call, for the purpose `test`.
 * @throws AppError `invalid_request` where the built-in model serves, `budget_spent` when no money
 * is left for the desk
 */
export async function testModel(purpose: ModelPurpose): Promise<ModelTest> {
  const name = modelNameFor(purpose);
  if (name.provider === 'builtin') {
    throw new AppError('invalid_request', { detail: 'the built-in model needs no test' });
  }
  const startedAt = Date.now();
  const speech = new TimedSpeech();
  const outcome = await ask(name, speech).catch((error: unknown) => {
    if (ModelFault.is(error)) return error;
    throw error;
  });
  const hasFailed = ModelFault.is(outcome);
  const usage = hasFailed ? undefined : outcome.usage;
  return {
    provider: name.provider,
    model: name.model,
    outcome: hasFailed ? toProblem(outcome) : 'ok',
    durationMs: Date.now() - startedAt,
    firstTokenMs: speech.firstAt === null ? null : speech.firstAt - startedAt,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    costMicros: priceOf(name.provider, name.model, usage),
    detail: hasFailed ? detailOf(outcome) : null,
  };
}

/** Hears when the first words come; nobody reads them. */
class TimedSpeech extends Speech {
  firstAt: number | null = null;

  constructor() {
    super(undefined);
  }

  override async say(delta: string): Promise<void> {
    if (delta !== '') this.firstAt ??= Date.now();
  }
}

/** A link of its own: what others wait for, or leave alone, is asked all the same. */
function ask(name: OutsideModel, speech: Speech) {
  const limits = { ...modelLimits(), firstTokenMs, silenceMs: firstTokenMs, callMs };
  const link = new ModelLink(name, new Bulkhead(1), limits);
  const messages = [new HumanMessage(question)];
  return link.ask({ purpose: 'test', messages, tools: [], speech });
}

function toProblem({ kind, status }: ModelFault): TestProblem {
  if (status === 404) return 'unknown-model';
  return kind === 'resting' ? 'limited' : kind;
}

/** The status and code that a provider answered with; null where it did not get to answer. */
function detailOf({ kind, status, message }: ModelFault): string | null {
  return status === undefined ? null : message.replace(`model ${kind} `, '');
}
