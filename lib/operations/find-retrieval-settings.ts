import { findLastRetrievalSettings } from '@/lib/db/knowledge/retrieval-settings';
import { onEventsLost, subscribe } from '@/lib/events/bus';
import { processGlobal } from '@/lib/process-global';
import type { RetrievalSettings } from '@/lib/shared/retrieval';

interface Known {
  settings?: Promise<RetrievalSettings>;
  following?: Promise<unknown>;
}

/**
 * How passages are looked for on this desk. Every search asks, so it is read from PostgreSQL once
 * and again after each change, which every process hears of.
 */
export async function findRetrievalSettings(): Promise<RetrievalSettings> {
  const known = processGlobal<Known>('retrieval-settings', () => ({}));
  known.following ??= follow(known).catch((error: unknown) => {
    known.following = undefined;
    throw error;
  });
  await known.following;
  known.settings ??= findLastRetrievalSettings().catch((error: unknown) => {
    forget(known);
    throw error;
  });
  return known.settings;
}

/** Events must arrive for certain before anything is remembered. */
async function follow(known: Known): Promise<void> {
  await subscribe((event) => {
    if (event.type === 'retrieval-settings-applied') forget(known);
  });
  onEventsLost(() => forget(known));
}

function forget(known: Known): void {
  known.settings = undefined;
}
