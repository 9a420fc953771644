import { ChatAnthropic } from '@langchain/anthropic';
import { env } from '@/lib/env';
import { requestLimits } from './request-limits';

/** A chat model of Anthropic. */
export function anthropicModel(model: string): ChatAnthropic {
  return new ChatAnthropic({
    model,
    apiKey: env().ANTHROPIC_API_KEY,
    maxRetries: requestLimits.maxRetries,
    clientOptions: { timeout: requestLimits.timeout },
  });
}
