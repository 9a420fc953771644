import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseAddress } from './check-address';
import { FetchError } from './fetch-error';
import { limitedBody } from './limited-body';
import { openRequest, type RequestToOpen } from './open-request';

interface GuardedRequest extends RequestToOpen {
  /** Largest answer, in bytes, packed and unpacked. */
  maxBytes: number;
}

export interface GuardedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Sends one request to an address that somebody entered, through the guard (`openRequest`), and
 * reads its answer. A redirect is an answer, and not followed: what a request carries is meant for
 * nobody else.
 * @throws FetchError; the reason of `signal` when that is aborted
 */
export async function guardedRequest(
  address: string | URL,
  { maxBytes, signal, ...asked }: GuardedRequest,
): Promise<GuardedAnswer> {
  const url = parseAddress(address);
  const explain = (error: unknown) => {
    if (signal.aborted) return signal.reason;
    if (error instanceof FetchError) return error;
    return new FetchError('unreachable', url.host, { cause: error });
  };
  try {
    const response = await openRequest(url, { ...asked, signal });
    const text = await readText(response, { maxBytes, host: url.host, explain });
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    throw explain(error);
  }
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
