import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { anthropicModel } from './anthropic';
import type { ModelName } from './model-name';
import { ollamaModel } from './ollama';
import { openaiModel } from './openai';

type OutsideModel = Exclude<ModelName, { provider: 'builtin' }>;

const providers: Record<OutsideModel['provider'], (model: string) => BaseChatModel> = {
  openai: openaiModel,
  anthropic: anthropicModel,
  ollama: ollamaModel,
};

/** A provider's chat model. To add a provider: one file, and one line in the table above. */
export function providerModel(name: OutsideModel): BaseChatModel {
  return providers[name.provider](name.model);
}
