import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId } from '@/lib/ids';
import { guestCookieName, isSecure } from './cookie-names';
import { authSecret } from './secret';

const maxAgeSeconds = 365 * 24 * 60 * 60;

/** A new guest: an id of 128 random bits, and the `Set-Cookie` value that lets them come back. */
export function createGuest(): { id: string; setCookie: string } {
  const id = newId();
  const attributes = [
    `${guestCookieName}=${signGuestId(id)}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure() ? ['Secure'] : []),
  ];
  return { id, setCookie: attributes.join('; ') };
}

/** The cookie's value: the id and its signature, `<id>.<hmac>`. */
export function signGuestId(id: string): string {
  return `${id}.${signature(id)}`;
}

/** The guest id in a cookie's value; undefined when we did not sign it. */
export function readGuestId(value: string | undefined): string | undefined {
  const [id, given, ...rest] = value?.split('.') ?? [];
  if (!id || !given || rest.length > 0) return undefined;
  const expected = Buffer.from(signature(id));
  const actual = Buffer.from(given);
  if (actual.length !== expected.length) return undefined;
  return timingSafeEqual(actual, expected) ? id : undefined;
}

function signature(id: string): string {
  return createHmac('sha256', authSecret()).update(`guest-cookie:${id}`).digest('base64url');
}
