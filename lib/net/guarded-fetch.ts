import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { maxFileBytes } from '@/lib/files/stored-file';
import { orAborted } from '@/lib/or-aborted';
import { type AddressRules, checkAddress, parseAddress } from './check-address';
import { FetchError } from './fetch-error';
import { acceptedEncodings, limitedBody } from './limited-body';
import { pinnedTo } from './pinned-lookup';

/** The name by which sites know the desk, in requests and in their robots.txt. */
export const userAgent = 'Frontdesk';

export interface GuardedFetchOptions extends AddressRules {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Milliseconds for all of it: names, connections, redirects and the whole body. */
  timeoutMs?: number;
  /** Largest body, in bytes, packed and unpacked; that of an upload when absent. */
  maxBytes?: number;
  /** Called before each redirect is followed; what it throws ends the request. */
  checkRedirect?: (target: URL) => Promise<void>;
}

export interface GuardedResponse {
  status: number;
  headers: IncomingHttpHeaders;
  /** Unpacked. Must be read or destroyed. Fails with a FetchError. */
  body: Readable;
  /** Where the answer came from, after all redirects. */
  url: string;
}

const defaultTimeoutMs = 60_000;
const maxRedirects = 5;

/**
 * The one way to get what stands at an address that somebody entered. Its name is resolved and
 * checked, and the connection goes to exactly the addresses that were checked, at each redirect
 * anew: no name can lead into the desk's own network (`checkAddress` says what is refused).
 * @throws FetchError; the reason of `signal` when that is aborted
 */
export async function guardedFetch(
  address: string | URL,
  options: GuardedFetchOptions = {},
): Promise<GuardedResponse> {
  const deadline = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  let url = parseAddress(address);
  const explain = (error: unknown) => {
    if (options.signal?.aborted) return options.signal.reason;
    if (error instanceof FetchError) return error;
    return new FetchError(deadline.aborted ? 'timed_out' : 'unreachable', url.host, {
      cause: error,
    });
  };
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await ask(url, { ...options, signal }).catch((error: unknown) => {
      throw explain(error);
    });
    const target = redirectTarget(response, url);
    if (!target) return answer(response, url, { ...options, explain });
    response.destroy();
    url = parseAddress(target);
    await options.checkRedirect?.(url);
  }
  throw new FetchError('too_many_redirects', url.host);
}

async function ask(
  url: URL,
  options: GuardedFetchOptions & { signal: AbortSignal },
): Promise<IncomingMessage> {
  const { signal, headers } = options;
  const addresses = await orAborted(checkAddress(url, options), signal);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const sent = request(url, {
    headers: {
      accept: '*/*',
      'accept-encoding': acceptedEncodings,
      ...headers,
      'user-agent': userAgent,
    },
    signal,
    lookup: pinnedTo(addresses),
    // A connection that is kept could be used for another name later, unchecked.
    agent: false,
  });
  sent.once('response', resolve);
  sent.on('error', reject);
  sent.end();
  return promise;
}

function redirectTarget({ statusCode = 0, headers }: IncomingMessage, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return null;
  const target = URL.parse(headers.location, from);
  // What is no address is refused as one, when it is read again.
  return target?.href ?? headers.location;
}

function answer(
  response: IncomingMessage,
  url: URL,
  options: GuardedFetchOptions & { explain: (error: unknown) => unknown },
): GuardedResponse {
  const { maxBytes = maxFileBytes(), explain } = options;
  try {
    const body = limitedBody(response, { maxBytes, host: url.host, explain });
    return { status: response.statusCode ?? 0, headers: response.headers, body, url: url.href };
  } catch (error) {
    response.destroy();
    throw error;
  }
}
