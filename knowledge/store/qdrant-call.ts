import { QdrantClient } from '@qdrant/js-client-rest';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

interface Connection {
  url: string;
  apiKey?: string;
}

/** A client for the server at `url`, whose path, if it has one, is kept as a prefix. */
export function openQdrant({ url, apiKey }: Connection): QdrantClient {
  const { origin, pathname, port, protocol } = new URL(url);
  return new QdrantClient({
    url: origin,
    // The client would take 6333 for an address that means its protocol's own port.
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    prefix: pathname.replace(/\/$/, ''),
    headers: apiKey ? { 'api-key': apiKey } : {},
    timeout: 10_000,
    checkCompatibility: false,
  });
}

/** The HTTP status of an answer that the client refused; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('status' in error && typeof error.status === 'number') return error.status;
  const stated = /^Unexpected Response: (\d{3})/.exec(error.message)?.[1];
  return stated ? Number(stated) : undefined;
}

/** No answer, or one that says to come again; every call of the store may be repeated. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}

const retries = retry(handleWhen(isPassing), {
  maxAttempts: 3,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
});

/**
 * Makes one call to Qdrant, three times more while it cannot be reached.
 * @throws AppError `unavailable` when it stays out of reach or refuses.
 */
export async function callQdrant<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await retries.execute(call, signal);
  } catch (cause) {
    if (AppError.is(cause)) throw cause;
    log().error({ event: 'qdrant-failed', err: cause }, 'a call to Qdrant failed');
    throw new AppError('unavailable', { part: 'Qdrant' }, { cause });
  }
}
