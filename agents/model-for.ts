import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { env } from '@/lib/env';
import {
  type ModelName,
  type ModelPurpose,
  modelNameFor,
  parseModelName,
} from '@/lib/models/model-name';
import { providerModel } from '@/lib/models/provider-model';
import { processGlobal } from '@/lib/process-global';
import { BuiltinModel } from './builtin-model/builtin-model';

function make(name: ModelName): BaseChatModel {
  return name.provider === 'builtin' ? new BuiltinModel() : providerModel(name);
}

const models = () => processGlobal('models', () => new Map<string, BaseChatModel>());

function cached(name: ModelName): BaseChatModel {
  const key = JSON.stringify(name);
  const model = models().get(key) ?? make(name);
  models().set(key, model);
  return model;
}

/** The chat model for a purpose, made once per process. */
export function modelFor(purpose: ModelPurpose): BaseChatModel {
  return cached(modelNameFor(purpose));
}

/** The language model for a purpose; null where only the built-in model is configured. */
export function languageModelFor(purpose: ModelPurpose): BaseChatModel | null {
  return modelNameFor(purpose).provider === 'builtin' ? null : modelFor(purpose);
}

/** The model that answers when the one for answers fails; null when it would be the same. */
export function fallbackModel(): BaseChatModel | null {
  const { MODEL, MODEL_FALLBACK } = env();
  const [first = 'builtin'] = MODEL_FALLBACK;
  return MODEL === first ? null : cached(parseModelName(first));
}
