import { type Env, env } from '@/lib/env';
import { cohere } from './cohere';
import { jina } from './jina';
import type { RerankProvider } from './provider';
import { tei } from './tei';

/** The reranker of this desk. */
export interface Reranker {
  /** As in `RERANKER`. */
  name: string;
  model: string;
  /** Where questions are sent. */
  url: string;
  apiKey?: string;
  provider: RerankProvider;
}

const providers: Record<string, RerankProvider> = { cohere, jina, tei };

/** The reranker that the environment names; null for `none`. */
export function configuredReranker(): Reranker | null {
  return rerankerOf(env());
}

/** The same for any environment. */
export function rerankerOf({
  RERANKER: name,
  RERANKER_URL,
  RERANKER_API_KEY: apiKey,
}: Env): Reranker | null {
  const [kind = '', ...rest] = name.split(':');
  const provider = providers[kind];
  const address = RERANKER_URL ?? provider?.address;
  if (!provider || !address) return null;
  return { name, model: rest.join(':'), url: toUrl(address), apiKey, provider };
}

/** Documentations give the address with and without the end of its path. */
function toUrl(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/rerank') ? path : `${path}/rerank`;
  return url.href;
}
