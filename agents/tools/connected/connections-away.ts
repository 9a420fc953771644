import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { log } from '@/lib/log';
import { isReachable } from '@/lib/mcp/is-reachable';
import { TimeOver, withinTime } from '@/lib/within-time';

type Connection = ConnectedTool['connection'];

/** Whoever does not answer a greeting within this time, in milliseconds, will not do work either. */
const patience = 3_000;

/**
 * Whether a connection cannot be used now. Only servers that keep a line open can be asked
 * beforehand; others show it when they are called.
 */
export async function isAway({ id, kind }: Connection): Promise<boolean> {
  if (kind !== 'mcp') return false;
  try {
    return !(await withinTime(patience, undefined, (signal) => orAborted(isReachable(id), signal)));
  } catch (error) {
    if (!(error instanceof TimeOver)) {
      log().warn({ event: 'connection-not-asked', connectionId: id, err: error });
    }
    return true;
  }
}

/** The names of those among the connections of some tools that cannot be used now, each once. */
export async function connectionsAway(tools: readonly ConnectedTool[]): Promise<string[]> {
  const connections = new Map(tools.map(({ connection }) => [connection.id, connection]));
  const asked = await Promise.all(
    [...connections.values()].map(async (each) => ((await isAway(each)) ? [each.name] : [])),
  );
  return asked.flat();
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
