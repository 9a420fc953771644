import { ChatOpenAI } from '@langchain/openai';
import { env } from '@/lib/env';
import { requestLimits } from './request-limits';

/** A chat model of OpenAI, or of any server that speaks its wire at `OPENAI_BASE_URL`. */
export function openaiModel(model: string): ChatOpenAI {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  return new ChatOpenAI({
    model,
    // A compatible server of one's own often wants no key, but the client insists on one.
    apiKey: OPENAI_API_KEY ?? 'none',
    configuration: { baseURL: OPENAI_BASE_URL },
    streamUsage: true,
    ...requestLimits,
  });
}
