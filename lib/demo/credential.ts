import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret } from '@/lib/auth/secret';

/** The secret with which the desk calls the demo API: derived, so nothing more is to be kept. */
export function serviceCredential(): string {
  return createHmac('sha256', authSecret()).update('demo-api').digest('base64url');
}

/** Whether an Authorization header carries the service credential. */
export function isServiceCredential(header: string | null): boolean {
  const expected = Buffer.from(`Bearer ${serviceCredential()}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
