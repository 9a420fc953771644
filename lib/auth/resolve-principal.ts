import type { Principal } from './principal';

/** The principal of a request, and the cookie to set when a new guest was made. */
export interface Resolved {
  principal: Principal;
  setCookie?: string;
}

/** Who sent this request: API key, session cookie, guest cookie, or a new guest. */
export async function resolvePrincipal(_request: Request): Promise<Resolved> {
  throw new Error('resolvePrincipal is written by the auth slice');
}
