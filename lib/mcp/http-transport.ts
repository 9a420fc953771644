import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Authorization } from '@/lib/business/authorization';
import { guardedStreamFetch } from '@/lib/net/guarded-stream-fetch';
import { currentCall } from './call-context';
import type { McpEndpoint } from './mcp-endpoint';

/** Longest answer to what is no call, in bytes, and all that a server may tell by itself. */
const maxBytes = 4_000_000;
/** Milliseconds until an answer's head must be there: servers that answer in one piece send it last. */
const maxWaitMs = 120_000;
/** Lines for what a server tells by itself that are opened within a minute. */
const maxLines = 5;

/**
 * A way to an MCP server at an address (streamable HTTP). Each request goes through the guard: no
 * private addresses, no redirects, bounded answers; and carries the connection's credential, which
 * the session never sees.
 */
export function httpTransport(address: string, endpoint: McpEndpoint) {
  const opened: number[] = [];
  const mayOpenLine = () => {
    const now = Date.now();
    while (opened[0] !== undefined && opened[0] < now - 60_000) opened.shift();
    return opened.push(now) <= maxLines;
  };
  return new StreamableHTTPClientTransport(new URL(address), {
    fetch: async (url, init = {}) => {
      const method = init.method ?? 'GET';
      // A server that ends each line at once would be asked for another one for ever.
      if (method === 'GET' && !mayOpenLine()) return new Response(null, { status: 405 });
      const send = async (refused?: Authorization) => {
        const signal = init.signal ?? AbortSignal.timeout(maxWaitMs);
        const proof = await endpoint.authorize(signal, refused);
        return { proof, response: await ask(url, { ...init, method }, proof) };
      };
      const { proof, response } = await send();
      if (response.status !== 401 || !endpoint.canRenew) return response;
      await response.body?.cancel();
      return (await send(proof)).response;
    },
  });
}

function ask(
  url: string | URL,
  init: RequestInit & { method: string },
  { headers, query }: Authorization,
): Promise<Response> {
  const own = Object.fromEntries(new Headers(init.headers ?? {}));
  // The line for what the server tells by itself is opened within a call, and outlives it.
  const isOwnLine = init.method === 'GET' && own['last-event-id'] === undefined;
  const call = isOwnLine ? undefined : currentCall();
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return guardedStreamFetch(target, {
    method: init.method,
    headers: { ...call?.headers, ...own, ...headers },
    body: typeof init.body === 'string' ? init.body : undefined,
    maxBytes: call?.maxBytes ?? maxBytes,
    timeoutMs: maxWaitMs,
    signal: init.signal ?? undefined,
    onEnd: call?.startStream(),
  });
}
