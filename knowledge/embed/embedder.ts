import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { openOllamaEmbeddings } from './ollama';
import { openOpenAiEmbeddings } from './openai';

/** Turns texts into vectors; all vectors of one model have the same dimension. */
export interface Embedder {
  /** `provider:model`, kept beside vectors to notice a change. */
  name: string;
  /** One vector per text, in order. Rejects when the provider fails. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

const providers: Record<string, (model: string) => Omit<Embedder, 'name'>> = {
  openai: openOpenAiEmbeddings,
  ollama: openOllamaEmbeddings,
};

function open(): { embedder: Embedder | null } {
  const name = env().EMBEDDINGS;
  const colon = name.indexOf(':');
  const provider = providers[name.slice(0, colon)];
  if (!provider) return { embedder: null };
  const { embedDocuments, embedQuery } = provider(name.slice(colon + 1));
  return { embedder: { name, embedDocuments, embedQuery } };
}

/** The embedding model of this installation (`EMBEDDINGS`); null when there is none. */
export function embedder(): Embedder | null {
  return processGlobal('embedder', open).embedder;
}
