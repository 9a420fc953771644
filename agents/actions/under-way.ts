import { processGlobal } from '@/lib/process-global';

const place = () => processGlobal('actions-under-way', () => new Map<string, Promise<unknown>>());

/** The actions that this process is carrying out. */
export const listUnderWay = (): string[] => [...place().keys()];

/**
 * Carries an action out unless this process is at it already: then that is waited for, and nothing
 * else is done.
 */
export async function exclusively(actionId: string, work: () => Promise<void>): Promise<void> {
  const before = place().get(actionId);
  if (before) {
    // Whoever began it is told of its failure; whoever waits reads the row.
    await before.catch(() => undefined);
    return;
  }
  const own = work();
  place().set(actionId, own);
  try {
    await own;
  } finally {
    place().delete(actionId);
  }
}
