import { ChatOllama } from '@langchain/ollama';
import { env } from '@/lib/env';
import { requestLimits } from './request-limits';

/** A chat model served by Ollama. */
export function ollamaModel(model: string): ChatOllama {
  return new ChatOllama({
    model,
    baseUrl: env().OLLAMA_BASE_URL,
    maxRetries: requestLimits.maxRetries,
  });
}
