import { log } from '@/lib/log';
import { orAborted } from '@/lib/or-aborted';
import { processGlobal } from '@/lib/process-global';
import type { CallFault } from '@/lib/shared/call-fault';
import { withinTime } from '@/lib/within-time';
import { callFaultOf, mayBeUnknownSession } from './mcp-fault';
import { forgetSession, noteFailure, withSession } from './sessions';
import { withoutWords } from './without-words';

interface Found {
  fault: Promise<CallFault | null>;
  until: number;
}

/** A server that does not answer a greeting within this time is away, in milliseconds. */
const patienceMs = 3_000;
/** For how long what was found is believed, in milliseconds. */
const rememberedMs = 15_000;

const found = () => processGlobal('mcp-away', () => new Map<string, Found>());

/** Why the MCP server of a connection cannot be reached; null where it can now, or could a moment ago. */
export async function whyAway(connectionId: string): Promise<CallFault | null> {
  const known = found().get(connectionId);
  if (known && known.until > Date.now()) return await known.fault;
  const fault = ask(connectionId);
  found().set(connectionId, { fault, until: Date.now() + rememberedMs });
  return await fault;
}

/** Has the next one who wants to know ask the server. */
export function forgetWhyAway(connectionId: string): void {
  found().delete(connectionId);
}

async function ask(connectionId: string): Promise<CallFault | null> {
  try {
    await withinTime(patienceMs, undefined, async (signal) => {
      await orAborted(ping(connectionId, signal), signal).catch((error: unknown) => {
        if (!mayBeUnknownSession(error)) throw error;
        return orAborted(ping(connectionId, signal), signal);
      });
    });
    return null;
  } catch (error) {
    const reason = callFaultOf(error);
    log().warn({ event: 'mcp-server-away', connectionId, reason, err: withoutWords(error) });
    return reason;
  }
}

async function ping(connectionId: string, signal: AbortSignal): Promise<void> {
  await withSession(connectionId, async ({ client }) => {
    try {
      await client.ping({ signal, timeout: patienceMs });
    } catch (error) {
      // A session that the server has forgotten, or whose program hangs, is no use to others.
      forgetSession(connectionId);
      if (!mayBeUnknownSession(error)) noteFailure(connectionId, callFaultOf(error));
      throw error;
    }
  });
}
