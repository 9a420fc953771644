import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import type { Authorization } from '@/lib/credentials/authorization';
import { guardedStreamFetch } from '@/lib/net/guarded-stream-fetch';
import { currentCall, outsideCall } from './call-context';
import type { McpEndpoint } from './mcp-endpoint';
import { McpFault } from './mcp-fault';

/** Longest answer to what is no call, in bytes, and all that a server may tell by itself. */
const maxBytes = 4_000_000;
/** Milliseconds until an answer's head must be there: servers that answer in one piece send it last. */
const maxWaitMs = 120_000;
/** Lines for what a server tells by itself that are opened within a minute. */
const maxLines = 5;
/** Replies to what a server asks that are under way at once; each is a request of its own. */
const repliesAtOnce = 4;
/** As many may a server have between two requests of ours. */
const maxReplies = 1_000;

/**
 * A way to an MCP server at an address (streamable HTTP). Each request goes through the guard: no
 * private addresses, no redirects, bounded answers; and carries the connection's credential, which
 * the session never sees. A server that asks without end is left.
 */
export class HttpTransport extends StreamableHTTPClientTransport {
  /** Why it was ended; undefined where that was not our doing. */
  fault?: McpFault;
  /** What the last request proved itself with. */
  proof?: Authorization;
  private readonly lines: number[] = [];
  private replies = 0;
  private readonly replying = bulkhead(repliesAtOnce, maxReplies);

  private readonly endpoint: McpEndpoint;

  constructor(address: string, endpoint: McpEndpoint) {
    super(new URL(address), { fetch: (url, init = {}) => this.request(url, init) });
    this.endpoint = endpoint;
  }

  /** Only a request belongs to the call that makes it: what else is sent may outlive the call. */
  override async send(message: JSONRPCMessage): Promise<void> {
    if (!('method' in message)) return await this.reply(message);
    this.replies = 0;
    if ('id' in message) await super.send(message);
    else await outsideCall(() => super.send(message));
  }

  private async reply(message: JSONRPCMessage): Promise<void> {
    this.replies += 1;
    if (this.replies > maxReplies) await this.giveUp();
    try {
      await this.replying.execute(async () => {
        if (this.fault) throw this.fault;
        await outsideCall(() => super.send(message));
      });
    } catch (error) {
      if (isBulkheadRejectedError(error)) await this.giveUp();
      throw error;
    }
  }

  private async giveUp(): Promise<never> {
    this.fault ??= new McpFault('too_large');
    await this.close();
    throw this.fault;
  }

  private async request(url: string | URL, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    // A server that ends each line at once would be asked for another one for ever.
    if (method === 'GET' && !this.mayOpenLine()) return new Response(null, { status: 405 });
    const signals = [init.signal, currentCall()?.signal].filter(
      (signal) => signal instanceof AbortSignal,
    );
    const signal = AbortSignal.any(signals);
    const { canRenew } = this.endpoint;
    const send = async (refused?: Authorization) => {
      this.proof = await this.endpoint.authorize(signal, refused);
      return {
        proof: this.proof,
        response: await ask(url, { ...init, method, signal }, this.proof),
      };
    };
    const { proof, response } = await send();
    if (response.status !== 401 || !canRenew) return response;
    await response.body?.cancel();
    return (await send(proof)).response;
  }

  private mayOpenLine(): boolean {
    const { lines } = this;
    const now = Date.now();
    while (lines[0] !== undefined && lines[0] < now - 60_000) lines.shift();
    return lines.push(now) <= maxLines;
  }
}

function ask(
  url: string | URL,
  init: RequestInit & { method: string; signal: AbortSignal },
  { headers, query }: Authorization,
): Promise<Response> {
  const own = Object.fromEntries(new Headers(init.headers ?? {}));
  const call = currentCall();
  const target = new URL(url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  return guardedStreamFetch(target, {
    method: init.method,
    headers: { ...call?.headers, ...own, ...headers },
    body: typeof init.body === 'string' ? init.body : undefined,
    maxBytes: call?.maxBytes ?? maxBytes,
    timeoutMs: maxWaitMs,
    signal: init.signal,
    onEnd: call?.startStream(),
  });
}
