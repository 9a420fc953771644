import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { EmbeddedStore } from './embedded';
import { QdrantStore } from './qdrant';
import type { IndexStore } from './store';

function open(): IndexStore {
  const { QDRANT_URL, QDRANT_API_KEY } = env();
  if (QDRANT_URL) return new QdrantStore({ url: QDRANT_URL, apiKey: QDRANT_API_KEY });
  return new EmbeddedStore();
}

/** The index of this installation: Qdrant where `QDRANT_URL` is set, else the one in memory. */
export function indexStore(): IndexStore {
  return processGlobal('index-store', open);
}
