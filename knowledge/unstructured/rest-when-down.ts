import { processGlobal } from '@/lib/process-global';
import { ReaderUnavailableError } from './reader-unavailable-error';
import type { UnstructuredServer } from './unstructured-server';

/** Documents in a row that find the service down before it is left alone. */
const faultsUntilRest = 3;

interface Health {
  faults: number;
  /** Milliseconds since the process began until which nobody calls. */
  restsUntil: number;
}

/**
 * Leaves a service that is down alone for a while: thousands of documents must not each wait for
 * the deadline before they are told. After the rest, the next document tries again.
 * @throws ReaderUnavailableError `resting`, and what `call` throws
 */
export async function restWhenDown<T>(
  { url, restMs }: UnstructuredServer,
  call: () => Promise<T>,
): Promise<T> {
  const health = processGlobal<Health>(`reader-health ${url}`, () => ({
    faults: 0,
    restsUntil: 0,
  }));
  if (performance.now() < health.restsUntil) throw new ReaderUnavailableError('resting');
  try {
    const result = await call();
    health.faults = 0;
    return result;
  } catch (error) {
    if (error instanceof ReaderUnavailableError) {
      health.faults += 1;
      if (health.faults >= faultsUntilRest) health.restsUntil = performance.now() + restMs;
    }
    throw error;
  }
}
