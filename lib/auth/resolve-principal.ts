import { findUserByApiKey } from '@/lib/db/identity/api-keys';
import { findSession } from '@/lib/db/identity/sessions';
import type { User } from '@/lib/db/identity/users';
import { AppError } from '@/lib/errors';
import { readCookie } from '@/lib/http/cookies';
import { type Locale, localeCookie, localeSchema, negotiateLocale } from '@/lib/locale';
import { guestCookieName, sessionCookieName } from './cookie-names';
import { createGuest, readGuestId } from './guest-cookie';
import type { Principal } from './principal';
import { toGuest, toPrincipal } from './to-principal';

/** The principal of a request, and the cookie to set when a new guest was made. */
export interface Resolved {
  principal: Principal;
  setCookie?: string;
}

/**
 * Who sent this request: API key, session cookie, guest cookie, or a new guest. A key or session
 * that does not hold is never quietly taken for a guest: the person must be told.
 * @throws AppError `not_signed_in`, `key_refused`
 */
export async function resolvePrincipal(request: Request): Promise<Resolved> {
  const { headers } = request;
  const key = readBearer(headers);
  if (key !== undefined) return { principal: await requireKeyHolder(key, headers) };
  const token = readCookie(headers, sessionCookieName());
  if (token === undefined) return resolveGuest(headers);
  const user = await findSignedIn(token);
  if (!user) throw new AppError('not_signed_in');
  return { principal: toPrincipal(user, chooseLocale(headers, user)) };
}

/**
 * Who opens a page. As `resolvePrincipal`, but a session that has ended is a guest here
 * (`hasEnded`): a page can still be shown, with the way to sign in again.
 */
export async function resolveVisitor(headers: Headers): Promise<Resolved & { hasEnded: boolean }> {
  const token = readCookie(headers, sessionCookieName());
  const user = token === undefined ? null : await findSignedIn(token);
  if (!user) return { ...resolveGuest(headers), hasEnded: token !== undefined };
  return { principal: toPrincipal(user, chooseLocale(headers, user)), hasEnded: false };
}

function readBearer(headers: Headers): string | undefined {
  return headers.get('authorization')?.match(/^Bearer\b *(.*)$/i)?.[1];
}

async function requireKeyHolder(key: string, headers: Headers): Promise<Principal> {
  const user = key.startsWith('fd_') ? await findUserByApiKey(key) : null;
  if (!user) throw new AppError('key_refused');
  return toPrincipal(user, chooseLocale(headers, user));
}

async function findSignedIn(token: string): Promise<User | null> {
  const session = await findSession(token);
  if (!session || session.user.disabledAt || session.expires <= new Date()) return null;
  return session.user;
}

function resolveGuest(headers: Headers): Resolved {
  const locale = chooseLocale(headers);
  const known = readGuestId(readCookie(headers, guestCookieName));
  if (known) return { principal: toGuest(known, locale) };
  const { id, setCookie } = createGuest();
  return { principal: toGuest(id, locale), setCookie };
}

/** What was chosen on the page, else what the account says, else what the browser asks for. */
function chooseLocale(headers: Headers, user?: User): Locale {
  const chosen = localeSchema.safeParse(readCookie(headers, localeCookie));
  if (chosen.success) return chosen.data;
  return user?.locale ?? negotiateLocale(headers.get('accept-language'));
}
