import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { noteFault } from '@/lib/connections/note-fault';
import { log } from '@/lib/log';
import { whyAway } from '@/lib/mcp/why-away';

type Connection = ConnectedTool['connection'];

/**
 * Whether a connection cannot be used now. Only servers that keep a line open can be asked
 * beforehand; others show it when they are called. That one is away is noted on its connection.
 */
export async function isAway({ id, kind }: Connection): Promise<boolean> {
  if (kind !== 'mcp') return false;
  try {
    const fault = await whyAway(id);
    // That it answers a greeting does not say that calls work: only one that does takes it back.
    if (fault) noteFault(id, fault);
    return fault !== null;
  } catch (error) {
    log().warn({ event: 'connection-not-asked', connectionId: id, err: error });
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
