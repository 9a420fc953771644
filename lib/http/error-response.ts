import { isDatabaseUnreachable } from '@/lib/db/is-database-unreachable';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Locale } from '@/lib/locale';
import { log } from '@/lib/log';

/**
 * Any fault as `{error: {code, message}}` in the caller's language. What is not an AppError is
 * logged under an id, and people are given the id only, or told that the database is away.
 */
export function errorResponse(error: unknown, locale: Locale): Response {
  const known = AppError.is(error) ? error : unexpected(error);
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  if (known.status === 503 || known.status === 429) headers.set('retry-after', '2');
  const body = { error: { code: known.code, message: known.sentence(locale) } };
  return Response.json(body, { status: known.status, headers });
}

function unexpected(error: unknown): AppError {
  const id = newId();
  log().error({ event: 'request-failed', id, err: error }, 'request failed');
  if (isDatabaseUnreachable(error)) return new AppError('unavailable', { part: 'database' });
  return new AppError('internal', { id });
}
