import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { type AddressRules, checkAddress, parseAddress } from './check-address';
import { FetchError } from './fetch-error';
import { userAgent } from './guarded-fetch';
import { acceptedEncodings, limitedBody } from './limited-body';
import { pinnedTo } from './pinned-lookup';

export interface GuardedRequest extends AddressRules {
  method: string;
  headers?: Record<string, string>;
  body?: string;
  /** Largest answer, in bytes, packed and unpacked. */
  maxBytes: number;
  /** Ends it; so a deadline comes with it. */
  signal: AbortSignal;
  /** Called before anything of the request leaves: until then nobody has got it. */
  onSend?: () => void;
}

export interface GuardedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Sends one request to an address that somebody entered, and reads its answer. The connection goes
 * to exactly the addresses that were checked now; a redirect is an answer, and not followed: what a
 * request carries is meant for nobody else.
 * @throws FetchError; the reason of `signal` when that is aborted
 */
export async function guardedRequest(
  address: string | URL,
  { method, headers, body, maxBytes, signal, onSend, ...rules }: GuardedRequest,
): Promise<GuardedAnswer> {
  const url = parseAddress(address);
  const explain = (error: unknown) => {
    if (signal.aborted) return signal.reason;
    if (error instanceof FetchError) return error;
    return new FetchError('unreachable', url.host, { cause: error });
  };
  try {
    const addresses = await checkAddress(url, rules);
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = ask(url, {
      method,
      headers: {
        'accept-encoding': acceptedEncodings,
        ...headers,
        'user-agent': userAgent,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      signal,
      lookup: pinnedTo(addresses),
      // One that is kept may be closed by the other end as we write: nobody knew what came of it.
      agent: false,
    });
    if (onSend) sent.once('socket', (socket) => whenOpen(socket, url, onSend));
    sent.once('response', resolve);
    sent.on('error', reject);
    sent.end(body);
    const response = await promise;
    const text = await readText(response, { maxBytes, host: url.host, explain });
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    throw explain(error);
  }
}

/** A secure connection is open when the other end has proved who it is. */
function whenOpen(socket: Socket, { protocol }: URL, onSend: () => void): void {
  if (!socket.connecting) onSend();
  else socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', onSend);
}

async function readText(
  response: IncomingMessage,
  limits: Parameters<typeof limitedBody>[1],
): Promise<string> {
  const parts: Buffer[] = [];
  try {
    for await (const part of limitedBody(response, limits)) parts.push(part as Buffer);
  } catch (error) {
    response.destroy();
    throw error;
  }
  return Buffer.concat(parts).toString('utf8');
}
