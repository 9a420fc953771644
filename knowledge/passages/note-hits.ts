import { updateLastHits } from '@/lib/db/knowledge/documents';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';

/** How exactly the time of the last hit is known, in milliseconds: it costs a write. */
const precisionMs = 60_000;
/** Documents whose last write is remembered. */
const maxRemembered = 10_000;

/**
 * Remembers that passages of these documents were found just now. Nobody waits for it, and a
 * document that is found all the time is written once a minute.
 */
export function noteHits(documentIds: string[]): void {
  const written = processGlobal('noted-hits', () => new Map<string, number>());
  const now = Date.now();
  const due = [...new Set(documentIds)].filter((id) => now - (written.get(id) ?? 0) > precisionMs);
  if (due.length === 0) return;
  if (written.size > maxRemembered) written.clear();
  for (const id of due) written.set(id, now);
  updateLastHits(due).catch((error: unknown) => {
    for (const id of due) written.delete(id);
    log().warn({ event: 'hits-not-noted', err: error });
  });
}
