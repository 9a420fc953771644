import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { type AddressRules, parseAddress } from './check-address';
import { FetchError } from './fetch-error';
import { limitedBody } from './limited-body';
import { openRequest } from './open-request';

export interface StreamRequest extends AddressRules {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Largest body of the answer, in bytes, packed and unpacked. */
  maxBytes: number;
  /** Milliseconds until the answer's head must be there. */
  timeoutMs: number;
  /** Ends the answer, too. */
  signal?: AbortSignal;
  /** Called once, when the answer's body is over, with what broke it off if something did. */
  onEnd?: (fault?: unknown) => void;
}

/**
 * A request to an address that somebody entered, through the guard (`openRequest`), whose answer is
 * read as it comes, for protocols that keep a line open. A redirect is refused: who is asked is
 * decided by whoever entered the address.
 * @throws FetchError; the reason of `signal` when that is aborted
 */
export async function guardedStreamFetch(
  address: string | URL,
  request: StreamRequest,
): Promise<Response> {
  const url = parseAddress(address);
  const isOver = new AbortController();
  const timer = setTimeout(() => isOver.abort(), request.timeoutMs);
  const signals = request.signal ? [isOver.signal, request.signal] : [isOver.signal];
  const signal = AbortSignal.any(signals);
  const explain = (error: unknown) => {
    if (request.signal?.aborted) return request.signal.reason;
    if (error instanceof FetchError) return error;
    const reason = isOver.signal.aborted ? 'timed_out' : 'unreachable';
    return new FetchError(reason, url.host, { cause: error });
  };
  try {
    const answer = await openRequest(url, { ...request, signal });
    if (isRedirect(answer)) {
      answer.destroy();
      throw new FetchError('too_many_redirects', url.host);
    }
    return toResponse(answer, url, { ...request, explain });
  } catch (error) {
    throw explain(error);
  } finally {
    clearTimeout(timer);
  }
}

const isRedirect = ({ statusCode = 0, headers }: IncomingMessage) =>
  statusCode >= 300 && statusCode < 400 && headers.location !== undefined;

/** Statuses whose answers have no body. */
const bodiless = new Set([204, 205, 304]);

type Reading = StreamRequest & { explain: (error: unknown) => unknown };

function toResponse(answer: IncomingMessage, url: URL, reading: Reading): Response {
  const { maxBytes, explain, onEnd } = reading;
  const status = answer.statusCode ?? 0;
  const headers = headersOf(answer);
  if (status < 200 || bodiless.has(status)) {
    answer.resume();
    onEnd?.();
    return new Response(null, { status: status < 200 ? 502 : status, headers });
  }
  const body = limitedBody(answer, { maxBytes, host: url.host, explain });
  body.once('close', () => onEnd?.(body.errored ?? undefined));
  const stream = Readable.toWeb(body) as ReadableStream<Uint8Array>;
  return new Response(stream, { status, headers });
}

/** Those of the answer as it is read: unpacked, and of a length that is not known. */
function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  headers.delete('content-encoding');
  headers.delete('content-length');
  return headers;
}
