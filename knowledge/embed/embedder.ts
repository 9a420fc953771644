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

function open(name: string): Embedder | null {
  const colon = name.indexOf(':');
  const provider = providers[name.slice(0, colon)];
  return provider ? { name, ...provider(name.slice(colon + 1)) } : null;
}

/**
 * The embedding model of this name, as in `EMBEDDINGS`; null for `none`. Which one answers is the
 * live index's to say: while another index is built, two are in use.
 */
export function embedder(name: string): Embedder | null {
  const known = processGlobal('embedders', () => new Map<string, Embedder | null>());
  const model = known.get(name) ?? open(name);
  known.set(name, model);
  return model;
}
