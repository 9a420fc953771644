import { testModel } from '@/app/_models/test-model';
import { env } from '@/lib/env';
import { translate } from '@/lib/i18n/translate';
import {
  modelNameFor,
  nameOfModel,
  type OutsideModel,
  outsideModelsFor,
  purposeVariables,
} from '@/lib/models/model-name';
import { type ModelPurpose, type ModelTest, modelPurposes } from '@/lib/shared/models';

interface ModelFinding {
  part: string;
  state: 'ok' | 'failed';
  /** What it is, or what to do about it. */
  detail: string;
}

/**
 * Asks every model that is set for a purpose one small question: whether its key is right shows
 * only then. While one fails, the desk answers with those after it.
 */
export async function examineModels(): Promise<ModelFinding[]> {
  const named = new Map<string, ModelPurpose[]>();
  for (const purpose of modelPurposes) {
    const name = nameOfModel(modelNameFor(purpose));
    named.set(name, [...(named.get(name) ?? []), purpose]);
  }
  return await Promise.all([...named].map(([name, purposes]) => examine(name, purposes)));
}

async function examine(name: string, purposes: ModelPurpose[]): Promise<ModelFinding> {
  const [purpose = 'answer'] = purposes;
  const part = purpose === 'answer' ? 'model' : `model (${purposes.join(', ')})`;
  if (name === 'builtin') return { part, state: 'ok', detail: name };
  try {
    const test = await testModel(purpose);
    if (test.outcome === 'ok')
      return { part, state: 'ok', detail: `${name}, ${test.durationMs} ms` };
    return { part, state: 'failed', detail: `${problemOf(test, purpose)} ${meanwhile(purpose)}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { part, state: 'failed', detail: `${name} was not asked: ${reason}.` };
  }
}

function problemOf(test: ModelTest, purpose: ModelPurpose): string {
  const { provider, model, outcome, durationMs } = test;
  const known = settings[provider as OutsideModel['provider']];
  return translate('en', `models.test.problems.${outcome}`, {
    model: `${provider}:${model}`,
    ...known,
    variable: variableOf(purpose),
    time: `${Math.round(durationMs / 1_000)} s`,
  });
}

/** The variable that names the model of a purpose. */
function variableOf(purpose: ModelPurpose): string {
  const variables = env();
  return purposeVariables[purpose].find((variable) => variables[variable]) ?? 'MODEL';
}

/** Who answers until then. */
function meanwhile(purpose: ModelPurpose): string {
  const next = outsideModelsFor(purpose)[1];
  return `Until then ${next ? nameOfModel(next) : 'the built-in model'} stands in.`;
}

const settings: Record<OutsideModel['provider'], { key: string; address: string }> = {
  openai: { key: 'OPENAI_API_KEY', address: 'OPENAI_BASE_URL' },
  anthropic: { key: 'ANTHROPIC_API_KEY', address: 'ANTHROPIC_BASE_URL' },
  ollama: { key: 'OLLAMA_BASE_URL', address: 'OLLAMA_BASE_URL' },
};
