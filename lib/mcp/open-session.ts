import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { log } from '@/lib/log';
import { orAborted } from '@/lib/or-aborted';
import { version } from '@/lib/version';
import { withinTime } from '@/lib/within-time';
import { inCall } from './call-context';
import { CommandTransport } from './command-transport';
import { HttpTransport } from './http-transport';
import type { McpEndpoint } from './mcp-endpoint';
import type { McpFault } from './mcp-fault';
import { withoutProof } from './without-proof';
import { withoutWords } from './without-words';

/** A session with an MCP server, over which any number of calls may be made at once. */
export interface McpSession {
  client: Client;
  /** It ended; `faultOf` says why where that was our doing. */
  isOver: () => boolean;
  faultOf: () => McpFault | undefined;
  /** What the server says, without the credential that it was sent. */
  withoutProof: <T extends object | string>(told: T) => T;
  close: () => Promise<void>;
}

interface Options {
  signal?: AbortSignal;
  /** Milliseconds until the server must have answered the greeting. */
  timeoutMs?: number;
  /** The server says that it offers other tools than before. */
  onToolsChanged?: (client: Client) => void;
}

/** Largest greeting of a server, in bytes. */
const maxGreetingBytes = 200_000;
/** How long a server may take to say goodbye, in milliseconds. */
const goodbyeMs = 2_000;
/** Programs that fetch themselves before they start take a while. */
const usualTimeoutMs = 20_000;

/**
 * Greets an MCP server. The desk offers it nothing in return: no model to ask, no files, nobody to
 * question.
 * @throws whatever `callFaultOf` understands
 */
export async function openSession(
  endpoint: McpEndpoint,
  { signal, timeoutMs = usualTimeoutMs, onToolsChanged }: Options = {},
): Promise<McpSession> {
  const { reach } = endpoint;
  const transport =
    'command' in reach
      ? new CommandTransport(reach.command)
      : new HttpTransport(reach.address, endpoint);
  const client = new Client({ name: 'frontdesk', version }, { capabilities: {} });
  let isOver = false;
  client.onclose = () => {
    isOver = true;
  };
  client.onerror = (error) => {
    log().debug({
      event: 'mcp-session-fault',
      connectionId: endpoint.id,
      err: withoutWords(error),
    });
  };
  if (onToolsChanged) {
    client.setNotificationHandler(ToolListChangedNotificationSchema, () => onToolsChanged(client));
  }
  try {
    await withinTime(timeoutMs, signal, (over) =>
      // The SDK's own limit is the same, for a transport whose start never ends is not in it.
      inCall({ maxBytes: maxGreetingBytes }, over, (signal) =>
        client.connect(transport as Transport, { signal, timeout: timeoutMs }),
      ),
    );
  } catch (error) {
    // Nobody waits until a program that does not answer has ended.
    void transport.close();
    throw transport.fault ?? error;
  }
  return {
    client,
    isOver: () => isOver,
    faultOf: () => transport.fault,
    withoutProof: (told) => withoutProof(told, 'proof' in transport ? transport.proof : undefined),
    close: () => end(client, transport),
  };
}

async function end(client: Client, transport: HttpTransport | CommandTransport): Promise<void> {
  if ('terminateSession' in transport) {
    // A server that is gone has no session left to end, and none has to be waited for long.
    await withinTime(goodbyeMs, undefined, (over) =>
      orAborted(transport.terminateSession(), over),
    ).catch((error: unknown) => log().debug({ event: 'mcp-goodbye', err: withoutWords(error) }));
  }
  await client.close();
}
