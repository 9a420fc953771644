import { OpenAIEmbeddings } from '@langchain/openai';
import { env } from '@/lib/env';

/** An embedding model of OpenAI, or of any compatible server at `OPENAI_BASE_URL`. */
export function openOpenAiEmbeddings(model: string) {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  const client = new OpenAIEmbeddings({
    model,
    // Local servers need no key, but the client insists on one.
    apiKey: OPENAI_API_KEY ?? 'none',
    batchSize: 64,
    maxRetries: 2,
    timeout: 20_000,
    // Plain numbers: not every compatible server knows the base64 form.
    encodingFormat: 'float',
    configuration: { baseURL: OPENAI_BASE_URL },
  });
  return {
    embedDocuments: (texts: string[]) => client.embedDocuments(texts),
    embedQuery: (text: string) => client.embedQuery(text),
  };
}
