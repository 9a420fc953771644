import { baseUrl, env } from '@/lib/env';
import { sessionCookieName } from './cookie-names';

/**
 * The request as Auth.js is to see it: under the address at which people reach the desk, since
 * the web server may know itself by another. An outside identity is always looked at without the
 * present session: otherwise signing in as somebody else would tie both people together.
 * `form` is the body, read already.
 */
export function toAuthRequest(request: Request, form: string): Request {
  const { pathname, search } = new URL(request.url);
  const { method } = request;
  const seen = new Request(new URL(`${pathname}${search}`, publicOrigin(request)), {
    method,
    headers: request.headers,
    body: method === 'POST' ? form : undefined,
  });
  if (pathname.endsWith('/callback/oidc')) dropCookie(seen.headers, sessionCookieName());
  return seen;
}

/** Without `FRONTDESK_URL` people may come by any name of this machine, and stay on it. */
function publicOrigin(request: Request): string {
  const host = request.headers.get('host');
  return env().FRONTDESK_URL || !host ? new URL(baseUrl()).origin : `http://${host}`;
}

function dropCookie(headers: Headers, name: string): void {
  const pairs = (headers.get('cookie') ?? '').split(/; */);
  headers.set('cookie', pairs.filter((pair) => !pair.startsWith(`${name}=`)).join('; '));
}
