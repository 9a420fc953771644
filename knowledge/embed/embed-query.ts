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
import { type Embedder, embedder } from './embedder';

/** People wait for this: after three failures in a row the provider is left alone for a while. */
const makePolicy = () =>
  wrap(
    circuitBreaker(handleAll, { halfOpenAfter: 15_000, breaker: new ConsecutiveBreaker(3) }),
    timeout(3_000, TimeoutStrategy.Aggressive),
  );

/** One policy to a model: a new one is not kept waiting for the faults of the old. */
function policyOf({ name }: Embedder): ReturnType<typeof makePolicy> {
  const policies = processGlobal('embed-query-policies', () => {
    return new Map<string, ReturnType<typeof makePolicy>>();
  });
  const policy = policies.get(name) ?? makePolicy();
  policies.set(name, policy);
  return policy;
}

/**
 * The question's vector of a model, as in `EMBEDDINGS`; null for `none`, and when the model does
 * not answer in time, so that the search goes on by words alone.
 */
export async function embedQuery(
  text: string,
  embeddings: string,
  signal?: AbortSignal,
): Promise<number[] | null> {
  const model = embedder(embeddings);
  if (!model || text.trim() === '') return null;
  try {
    return await policyOf(model).execute(() => model.embedQuery(text), signal);
  } catch (error) {
    log().warn({ event: 'embedding-failed', model: model.name, err: error }, 'searching by words');
    return null;
  }
}
