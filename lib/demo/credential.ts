import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * The secret with which the desk calls the demo API: derived, so nothing more is to be kept.
 * @throws Error when AUTH_SECRET is not set.
 */
export function serviceCredential(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set: the demo API has no credential.');
  return createHmac('sha256', secret).update('demo-api').digest('base64url');
}

/** Whether an Authorization header carries the service credential. */
export function isServiceCredential(header: string | null): boolean {
  const expected = Buffer.from(`Bearer ${serviceCredential()}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
