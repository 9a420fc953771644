import { OllamaEmbeddings } from '@langchain/ollama';
import { env } from '@/lib/env';

/** An embedding model of an Ollama server. */
export function openOllamaEmbeddings(model: string) {
  const client = new OllamaEmbeddings({
    model,
    baseUrl: env().OLLAMA_BASE_URL,
    maxRetries: 2,
  });
  return {
    embedDocuments: (texts: string[]) => client.embedDocuments(texts),
    embedQuery: (text: string) => client.embedQuery(text),
  };
}
