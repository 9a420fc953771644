import { onEventsLost, subscribe } from '@/lib/events/bus';
import { processGlobal } from '@/lib/process-global';

interface Known {
  values: Map<string, Promise<unknown>>;
  following?: Promise<unknown>;
}

/**
 * Something that follows from connections and their tools: worked out once in a process, and again
 * after any of them changed, of which every process hears.
 * @param name `fault` and an id: what is noted of a connection, which is read again by itself
 */
export async function remembered<T>(name: string, make: () => Promise<T>): Promise<T> {
  const known = processGlobal<Known>('connections', () => ({ values: new Map() }));
  known.following ??= follow(known).catch((error: unknown) => {
    known.following = undefined;
    throw error;
  });
  await known.following;
  const kept = known.values.get(name) as Promise<T> | undefined;
  if (kept) return await kept;
  const made = make();
  known.values.set(name, made);
  try {
    return await made;
  } catch (error) {
    if (known.values.get(name) === made) known.values.delete(name);
    throw error;
  }
}

/** What this process has changed itself it need not hear of before it sees it. */
export function forgetRemembered(): void {
  processGlobal<Known>('connections', () => ({ values: new Map() })).values.clear();
}

/** Events must arrive for certain before anything is remembered. */
async function follow({ values }: Known): Promise<void> {
  await subscribe((event) => {
    if (event.type === 'connections-changed') values.clear();
    if (event.type === 'connection-fault-noted') values.delete(`fault ${event.connectionId}`);
  });
  onEventsLost(() => values.clear());
}
