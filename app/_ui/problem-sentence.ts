import { RequestError, readFault } from '@/app/_ui/request-json';

/**
 * The sentence to show for a fault of a request or stream: the server's own where it gave one.
 * Null when there is none, as when the server could not be reached.
 */
export function problemSentence(error: unknown): string | null {
  if (error instanceof TypeError || !(error instanceof Error)) return null;
  if (error instanceof RequestError) return error.message || null;
  if ('statusCode' in error) return readFault(error.message)?.message ?? null;
  return error.message || null;
}
