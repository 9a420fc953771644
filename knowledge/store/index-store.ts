import { processGlobal } from '@/lib/process-global';
import { EmbeddedStore } from './embedded';
import type { IndexStore } from './store';

/** The index of this installation: Qdrant where `QDRANT_URL` is set, else the one in memory. */
export function indexStore(): IndexStore {
  return processGlobal('index-store', () => new EmbeddedStore());
}
