import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { maxFileBytes } from '@/lib/files/stored-file';
import { type AddressRules, parseAddress } from './check-address';
import { FetchError } from './fetch-error';
import { limitedBody } from './limited-body';
import { openRequest } from './open-request';

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
 * Gets what stands at an address that somebody entered, following redirects; each address on the
 * way goes through the guard (`openRequest`).
 * @throws FetchError; the reason of `signal` when that is aborted
 */
export async function guardedFetch(
  address: string | URL,
  options: GuardedFetchOptions = {},
): Promise<GuardedResponse> {
  const deadline = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const asked = {
    ...options,
    method: 'GET',
    headers: { accept: '*/*', ...options.headers },
    signal,
  };
  let url = parseAddress(address);
  const explain = (error: unknown) => {
    if (options.signal?.aborted) return options.signal.reason;
    if (error instanceof FetchError) return error;
    return new FetchError(deadline.aborted ? 'timed_out' : 'unreachable', url.host, {
      cause: error,
    });
  };
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await openRequest(url, asked).catch((error: unknown) => {
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
