import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { orAborted } from '@/lib/or-aborted';
import { type AddressRules, checkAddress } from './check-address';
import { acceptedEncodings } from './limited-body';
import { pinnedTo } from './pinned-lookup';

/** The name by which sites know the desk, in requests and in their robots.txt. */
export const userAgent = 'Frontdesk';

export interface RequestToOpen extends AddressRules {
  method: string;
  headers?: Record<string, string>;
  body?: string;
  /** Ends it, whatever it waits for: a name, a connection, the answer or the rest of its body. */
  signal: AbortSignal;
  /** Called before anything of the request leaves: until then nobody has got it. */
  onSend?: () => void;
}

/**
 * The one way to ask an address that somebody entered. Its name is resolved and checked, and the
 * connection goes to exactly the addresses that were checked: no name can lead into the desk's own
 * network (`checkAddress` says what is refused). A redirect is an answer like any other. The body of
 * the answer must be read or destroyed.
 * @throws FetchError of `checkAddress`; the fault of the connection as Node tells it; any error
 * once `signal` is aborted
 */
export async function openRequest(
  url: URL,
  { method, headers, body, signal, onSend, ...rules }: RequestToOpen,
): Promise<IncomingMessage> {
  const addresses = await orAborted(checkAddress(url, rules), signal);
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
    // A connection that is kept could be used for another name later, unchecked; or be closed by
    // the other end as we write, and nobody knew what came of it.
    agent: false,
  });
  if (onSend) sent.once('socket', (socket) => whenOpen(socket, url, onSend));
  sent.once('response', resolve);
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** A secure connection is open when the other end has proved who it is. */
function whenOpen(socket: Socket, { protocol }: URL, onSend: () => void): void {
  if (!socket.connecting) onSend();
  else socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', onSend);
}
