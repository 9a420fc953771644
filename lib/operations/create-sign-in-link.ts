import { landingPath } from '@/lib/auth/landing-path';
import { safePath } from '@/lib/auth/safe-path';
import { authSecret } from '@/lib/auth/secret';
import { createSignInToken } from '@/lib/db/identity/sign-in-tokens';
import { findUserByEmail, requireUser, type User } from '@/lib/db/identity/users';
import { baseUrl } from '@/lib/env';
import { AppError, notFound } from '@/lib/errors';
import { newSecret, sha256 } from '@/lib/ids';

/** How long a link works that is handed over by hand, in seconds. */
const defaultMaxAgeSeconds = 24 * 60 * 60;

/** Whom the link signs in, where it leads, and for how long it works (a day unless told). */
export type SignInLinkRequest = ({ userId: string } | { email: string }) & {
  next?: string;
  maxAgeSeconds?: number;
  /** Leads to a page with a button first: a mailed link is opened by programs that check it. */
  asksFirst?: boolean;
};

/**
 * Makes a link that signs an account in, once, from whatever browser opens it. The address is
 * Auth.js's own callback; the token is stored as Auth.js hashes it, SHA-256 of token and secret.
 * @throws AppError `not_found` when there is no such account, `account_disabled` when it may not.
 */
export async function createSignInLink(
  request: SignInLinkRequest,
): Promise<{ url: string; expires: Date }> {
  const user = await requireAccount(request);
  if (user.disabledAt) throw new AppError('account_disabled', { email: user.email });
  const token = newSecret();
  const expires = new Date(Date.now() + (request.maxAgeSeconds ?? defaultMaxAgeSeconds) * 1000);
  await createSignInToken({ email: user.email, hash: sha256(`${token}${authSecret()}`), expires });
  const callbackUrl = safePath(request.next) ?? landingPath(user);
  const query = new URLSearchParams({ token, callbackUrl });
  const place = request.asksFirst ? '/sign-in/confirm' : '/api/auth/callback/link';
  return { url: `${baseUrl()}${place}?${query}`, expires };
}

async function requireAccount(request: { userId: string } | { email: string }): Promise<User> {
  if ('userId' in request) return requireUser(request.userId);
  const user = await findUserByEmail(request.email);
  if (!user) throw notFound();
  return user;
}
