import { env } from '@/lib/env';

/** Where the service that reads documents is, and how long it is waited for. */
export interface UnstructuredServer {
  /** Its address, without the path of its API. */
  url: string;
  apiKey?: string;
  /** Milliseconds for one document, all attempts included. */
  deadlineMs: number;
  /** Milliseconds before the second attempt; those before later ones grow. */
  firstDelayMs: number;
  /** Milliseconds for which a service that was down three times on end is left alone. */
  restMs: number;
}

/** Just below the five minutes after which `fetch` itself stops waiting for an answer to begin. */
const deadlineMs = 290_000;

/** The service that `UNSTRUCTURED_API_URL` names; null when the desk reads documents itself. */
export function configuredServer(): UnstructuredServer | null {
  const { UNSTRUCTURED_API_URL, UNSTRUCTURED_API_KEY } = env();
  if (!UNSTRUCTURED_API_URL) return null;
  // The service's own documentation gives the address with the path that its client adds again.
  const url = UNSTRUCTURED_API_URL.replace(/\/+$/, '').replace(/\/general\/v0\/general$/, '');
  return { url, apiKey: UNSTRUCTURED_API_KEY, deadlineMs, firstDelayMs: 500, restMs: 30_000 };
}
