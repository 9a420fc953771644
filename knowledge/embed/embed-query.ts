import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { embedder } from './embedder';

/** People wait for this: after three failures in a row the provider is left alone for a while. */
const policy = () =>
  processGlobal('embed-query-policy', () =>
    wrap(
      circuitBreaker(handleAll, { halfOpenAfter: 15_000, breaker: new ConsecutiveBreaker(3) }),
      timeout(3_000, TimeoutStrategy.Aggressive),
    ),
  );

/**
 * The question's vector; null when there is no embedding model or it does not answer in time,
 * so that the search goes on by words alone.
 */
export async function embedQuery(text: string, signal?: AbortSignal): Promise<number[] | null> {
  const model = embedder();
  if (!model || text.trim() === '') return null;
  try {
    return await policy().execute(() => model.embedQuery(text), signal);
  } catch (error) {
    log().warn({ event: 'embedding-failed', model: model.name, err: error }, 'searching by words');
    return null;
  }
}
