import { setTimeout as wait } from 'node:timers/promises';
import { db } from '@/lib/db/client';
import { listActiveSources, listDueSources, type SourceRow } from '@/lib/db/knowledge/sources';
import { log } from '@/lib/log';
import { connectors } from './connectors';
import { enqueueSync, requestSync } from './request-sync';

/** How often a worker looks for sources that are due, in milliseconds. */
const dueMs = 5_000;
/** How often the list of sources to be watched is read again, in milliseconds. */
const refreshMs = 10_000;
/** Changes of this many milliseconds lead to one run. */
const gatherMs = 2_000;

/** What a worker does for sources until the signal is aborted: runs that are due, and watching. */
export async function keepSourcesCurrent(signal: AbortSignal): Promise<void> {
  await Promise.all([watchFolderSources(signal), again(dueMs, signal, enqueueDueSources)]);
}

/** Asks for a run of every source that is due; to be called again and again. */
async function enqueueDueSources(): Promise<void> {
  for (const id of await listDueSources()) {
    await db().transaction((tx) => enqueueSync(tx, id));
  }
}

type Watched = Map<string, AbortController>;

/**
 * Watches all sources that tell of their changes (folders) until the signal is aborted: a change
 * leads to a run within seconds. Sources that are made, changed or paused meanwhile are noticed.
 * @param everyMs how often the list of sources is read again, in milliseconds
 */
export async function watchFolderSources(signal: AbortSignal, everyMs = refreshMs): Promise<void> {
  const watched: Watched = new Map();
  const kinds = Object.keys(connectors).filter((kind) => connectors[kind]?.watch);
  await again(everyMs, signal, async () => {
    watchThese(await listActiveSources(kinds), watched, signal);
  });
}

/** Does something at once and then after each pause; a fault, of the database mostly, ends nothing. */
async function again(everyMs: number, signal: AbortSignal, work: () => Promise<void>) {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log().warn({ event: 'source-schedule-failed', err: error });
    }
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Begins to watch what is new and ends what is gone. With another config it is another source. */
function watchThese(sources: SourceRow[], watched: Watched, signal: AbortSignal): void {
  const wanted = new Map(sources.map((one) => [`${one.id} ${JSON.stringify(one.config)}`, one]));
  for (const [key, watcher] of watched) {
    if (!wanted.has(key)) watcher.abort();
  }
  for (const [key, source] of wanted) {
    if (watched.has(key)) continue;
    const watcher = new AbortController();
    watched.set(key, watcher);
    void watchSource(source, AbortSignal.any([signal, watcher.signal])).finally(() => {
      watched.delete(key);
    });
  }
}

/** Ends with the signal, or when the source cannot be watched (any longer): it is tried again then. */
async function watchSource({ id, kind, config }: SourceRow, signal: AbortSignal): Promise<void> {
  let isAsked = false;
  const onChange = () => {
    if (isAsked) return;
    isAsked = true;
    const ask = async () => {
      isAsked = false;
      if (!signal.aborted) await requestSync(id);
    };
    const fail = (error: unknown) => log().warn({ event: 'source-watch-failed', err: error });
    setTimeout(() => void ask().catch(fail), gatherMs).unref();
  };
  // What happened while nobody watched is found at once.
  onChange();
  try {
    await connectors[kind]?.watch?.(config, onChange, signal);
  } catch (error) {
    if (!signal.aborted) log().info({ event: 'source-not-watched', sourceId: id, err: error });
  }
}
