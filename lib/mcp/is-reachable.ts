import { log } from '@/lib/log';
import { orAborted } from '@/lib/or-aborted';
import { processGlobal } from '@/lib/process-global';
import { withinTime } from '@/lib/within-time';
import { callFaultOf, mayBeUnknownSession } from './mcp-fault';
import { forgetSession, noteFailure, withSession } from './sessions';
import { withoutWords } from './without-words';

interface Found {
  isReachable: Promise<boolean>;
  until: number;
}

/** A server that does not answer a greeting within this time is away, in milliseconds. */
const patienceMs = 3_000;
/** For how long what was found is believed, in milliseconds. */
const rememberedMs = 15_000;

const found = () => processGlobal('mcp-reachable', () => new Map<string, Found>());

/** Whether the MCP server of a connection can be reached now, or could a moment ago. */
export async function isReachable(connectionId: string): Promise<boolean> {
  const known = found().get(connectionId);
  if (known && known.until > Date.now()) return await known.isReachable;
  const asked = ask(connectionId);
  found().set(connectionId, { isReachable: asked, until: Date.now() + rememberedMs });
  return await asked;
}

/** Has the next one who wants to know ask the server. */
export function forgetReachable(connectionId: string): void {
  found().delete(connectionId);
}

async function ask(connectionId: string): Promise<boolean> {
  try {
    await withinTime(patienceMs, undefined, async (signal) => {
      await orAborted(ping(connectionId, signal), signal).catch((error: unknown) => {
        if (!mayBeUnknownSession(error)) throw error;
        return orAborted(ping(connectionId, signal), signal);
      });
    });
    return true;
  } catch (error) {
    const reason = callFaultOf(error);
    log().warn({ event: 'mcp-server-away', connectionId, reason, err: withoutWords(error) });
    return false;
  }
}

async function ping(connectionId: string, signal: AbortSignal): Promise<void> {
  await withSession(connectionId, async ({ client }) => {
    try {
      await client.ping({ signal, timeout: patienceMs });
    } catch (error) {
      // A session that the server has forgotten, or whose program hangs, is no use to others.
      forgetSession(connectionId);
      if (!mayBeUnknownSession(error)) noteFailure(connectionId);
      throw error;
    }
  });
}
