import { QdrantClient } from '@qdrant/js-client-rest';
import {
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { isAskedToWait, isPassing, retryAfterMs, troubleOf, unavailable } from './qdrant-trouble';

export interface QdrantAddress {
  url: string;
  apiKey?: string;
}

type Call<T> = (client: QdrantClient) => Promise<T>;

/** A Qdrant server, with what to do when it does not answer. */
export interface Qdrant {
  /**
   * For what people wait for: five seconds at most, repeats included, and an answer at once while
   * the server is known to be away.
   * @throws AppError `unavailable`, with the reason in its values; what `signal` was aborted with
   */
  read<T>(call: Call<T>, signal?: AbortSignal): Promise<T>;
  /**
   * For a change that a person may wait for: fifteen seconds at most.
   * @throws AppError `unavailable`, with the reason in its values
   */
  change<T>(call: Call<T>): Promise<T>;
  /**
   * For filling the index: slower when the server asks for it, for up to two minutes.
   * @throws AppError `unavailable`, with the reason in its values
   */
  load<T>(call: Call<T>): Promise<T>;
}

const readLimitMs = 5_000;
const changeLimitMs = 15_000;
const loadLimitMs = 120_000;
/** One call that fills: Qdrant answers when all is found, which waits while it reorganises. */
const callLimitMs = 60_000;
/** Longest pause between two attempts to fill, whatever the server asks for. */
const maxPauseMs = 30_000;
/** After so many failures in a row reads are refused for a while, without asking the server. */
const failuresToBreak = 3;
const brokenMs = 5_000;

/** How to call the server at `url`, whose path, if it has one, is kept as a prefix. */
export function openQdrant(address: QdrantAddress): Qdrant {
  const reader = openClient(address, readLimitMs);
  const writer = openClient(address, callLimitMs);
  const reads = readPolicy();
  const changes = wrap(timeout(changeLimitMs, TimeoutStrategy.Aggressive), repeats());
  const loads = loadPolicy();
  return {
    read: async (call, signal) => {
      signal?.throwIfAborted();
      const found = await run(reads, () => call(reader));
      signal?.throwIfAborted();
      return found;
    },
    change: (call) => run(changes, () => call(writer)),
    load: (call) => run(loads, () => call(writer)),
  };
}

function openClient({ url, apiKey }: QdrantAddress, timeoutMs: number): QdrantClient {
  const { origin, pathname, port, protocol } = new URL(url);
  return new QdrantClient({
    url: origin,
    // The client would take 6333 for an address that means its protocol's own port.
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    prefix: pathname.replace(/\/$/, ''),
    headers: apiKey ? { 'api-key': apiKey } : {},
    timeout: timeoutMs,
    checkCompatibility: false,
  });
}

function readPolicy(): IPolicy {
  const breaker = circuitBreaker(handleWhen(isPassing), {
    halfOpenAfter: brokenMs,
    breaker: new ConsecutiveBreaker(failuresToBreak),
  });
  breaker.onBreak(() => log().error({ event: 'qdrant-away' }, 'Qdrant is left alone for a while'));
  breaker.onReset(() => log().info({ event: 'qdrant-back' }, 'Qdrant answers again'));
  return wrap(breaker, timeout(readLimitMs, TimeoutStrategy.Aggressive), repeats());
}

/** For a fault that passes in a moment; what lasts longer is told, and tried again by a job. */
function repeats(isRepeated = isPassing): IPolicy {
  return retry(handleWhen(isRepeated), {
    maxAttempts: 3,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 500 }),
  });
}

/** A server that is only too busy is waited for, with pauses that grow. */
function loadPolicy(): IPolicy {
  const patience = retry(handleWhen(isAskedToWait), {
    maxAttempts: 6,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const asked = 'error' in result ? retryAfterMs(result.error) : 0;
      return Math.min(maxPauseMs, Math.max(asked, 100 * 2 ** attempt));
    }),
  });
  const passing = repeats((error) => isPassing(error) && !isAskedToWait(error));
  return wrap(timeout(loadLimitMs, TimeoutStrategy.Aggressive), patience, passing);
}

async function run<T>(policy: IPolicy, call: () => Promise<T>): Promise<T> {
  try {
    return await policy.execute(call);
  } catch (cause) {
    if (AppError.is(cause)) throw cause;
    const reason = troubleOf(cause);
    log().warn({ event: 'qdrant-failed', reason, err: cause }, 'a call to Qdrant failed');
    throw unavailable(reason, cause);
  }
}
