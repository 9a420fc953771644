import { readLimited } from '@/lib/http/read-limited';

/** Longest explanation that is looked at, in bytes. */
const maxDetailBytes = 100_000;

/** The service answered with another status than 2xx. It never leaves this folder. */
export class StatusError extends Error {
  override name = 'StatusError';

  readonly status: number;
  /** How the service explains it: for telling apart, never for showing. */
  readonly detail: string;
  /** Milliseconds that it asks to be left alone; 0 when it does not say. */
  readonly retryAfterMs: number;

  constructor(status: number, detail: string, retryAfterMs: number) {
    super(`status ${status}`);
    this.status = status;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Reads an answer that tells of a fault. */
export async function toStatusError(response: Response): Promise<StatusError> {
  const detail = (await readLimited(response, maxDetailBytes)) ?? '';
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return new StatusError(response.status, detail, seconds > 0 ? seconds * 1000 : 0);
}
