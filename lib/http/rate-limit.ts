import { AppError } from '@/lib/errors';
import { processGlobal } from '@/lib/process-global';

interface Window {
  count: number;
  endsAt: number;
}

/** Most keys remembered; beyond it the oldest are forgotten, so that memory stays bounded. */
const maxKeys = 10_000;

const windows = () => processGlobal('rate-limit', () => new Map<string, Window>());

/**
 * Counts one use of `key` in this process, in windows of `windowSeconds`.
 * @throws AppError `too_many_requests` when the window has had `limit` uses already.
 */
export function takeFromLimit(key: string, limit: number, windowSeconds: number): void {
  const now = Date.now();
  const known = windows().get(key);
  const current =
    known && known.endsAt > now ? known : { count: 0, endsAt: now + windowSeconds * 1000 };
  if (current.count >= limit) {
    throw new AppError('too_many_requests', {
      minutes: Math.ceil((current.endsAt - now) / 60_000),
    });
  }
  current.count += 1;
  windows().delete(key);
  windows().set(key, current);
  forgetOldest();
}

function forgetOldest(): void {
  for (const key of windows().keys()) {
    if (windows().size <= maxKeys) return;
    windows().delete(key);
  }
}

/**
 * The network address a request came from: the last hop named by `X-Forwarded-For`, which the
 * web server writes, or the proxy before it. Without a proxy a caller can write that header too,
 * so a limit by address slows honest mistakes and needs a second limit beside it.
 */
export function callerAddress(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
