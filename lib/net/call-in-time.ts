import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { processGlobal } from '@/lib/process-global';

const failuresToBreak = 3;
const restMs = 15_000;

const makePolicy = (limitMs: number) =>
  wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failuresToBreak),
    }),
    timeout(limitMs, TimeoutStrategy.Aggressive),
  );

/**
 * Calls an outside service that people wait for: for `limitMs` at most, and after three failures in
 * a row not at all for a while.
 * @param service one name to a service: a new one is not kept waiting for the faults of the old
 * @throws what the call threw, and errors of cockatiel when it took too long or was not made
 */
export function callInTime<T>(
  service: string,
  limitMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const policies = processGlobal('services-called-in-time', () => {
    return new Map<string, ReturnType<typeof makePolicy>>();
  });
  const policy = policies.get(service) ?? makePolicy(limitMs);
  policies.set(service, policy);
  return policy.execute(({ signal }) => call(signal));
}
