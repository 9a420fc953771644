import { baseUrl } from '@/lib/env';

/** Whether people reach the desk over https: then cookies are marked `Secure`. */
export function isSecure(): boolean {
  return baseUrl().startsWith('https:');
}

/** Cookie of a signed-in person's session; Auth.js writes it, `resolvePrincipal` reads it. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-frontdesk.session' : 'frontdesk.session';
}

/** Cookie of a guest. */
export const guestCookieName = 'frontdesk.guest';
