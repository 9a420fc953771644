import NextAuth, { type NextAuthConfig } from 'next-auth';
import type { Provider } from 'next-auth/providers';
import { sessionMaxAgeSeconds } from '@/lib/db/identity/sessions';
import { findUser } from '@/lib/db/identity/users';
import { env } from '@/lib/env';
import { readCookie } from '@/lib/http/cookies';
import { newSecret } from '@/lib/ids';
import { claimConversations } from '@/lib/operations/claim-conversations';
import { authAdapter } from './adapter';
import { authLog } from './auth-log';
import { guestCookieName, isSecure, sessionCookieName } from './cookie-names';
import { readGuestId } from './guest-cookie';
import { maySignIn } from './may-sign-in';
import { safePath } from './safe-path';
import { authSecret } from './secret';

/** Whether people can sign in with an outside identity provider. */
export function hasOidc(): boolean {
  return Boolean(env().AUTH_OIDC_ISSUER && env().AUTH_OIDC_ID);
}

/** Auth.js's handlers for `/api/auth/*`; nothing is read or opened before the first request. */
export const { handlers: authHandlers } = NextAuth((request) =>
  authConfig(request ? readGuestId(readCookie(request.headers, guestCookieName)) : undefined),
);

function authConfig(guestId: string | undefined): NextAuthConfig {
  return {
    adapter: authAdapter(),
    secret: authSecret(),
    trustHost: true,
    basePath: '/api/auth',
    useSecureCookies: isSecure(),
    session: {
      strategy: 'database',
      maxAge: sessionMaxAgeSeconds,
      generateSessionToken: newSecret,
    },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [linkProvider, ...(hasOidc() ? [oidcProvider()] : [])],
    logger: authLog,
    callbacks: {
      signIn: ({ user, account, profile, email }) => {
        // Links are asked for at POST /api/sign-in alone, where every address is answered alike.
        if (email?.verificationRequest) return '/sign-in';
        return maySignIn({
          userId: user.id,
          email: user.email,
          by: account?.type === 'email' ? 'link' : 'oidc',
          isEmailVerified: profile?.email_verified === true,
        });
      },
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safePath(path) ?? '/'}`;
      },
      session: ({ session }) => ({
        user: { name: session.user.name, email: session.user.email },
        expires: session.expires,
      }),
    },
    events: { signIn: ({ user }) => claimForCustomer(user.id, guestId) },
  };
}

const linkProvider: Provider = {
  id: 'link',
  name: 'Link',
  type: 'email',
  sendVerificationRequest: () => {
    throw new Error('Sign-in links are mailed by requestSignInLink.');
  },
};

function oidcProvider(): Provider {
  return {
    id: 'oidc',
    name: 'OpenID Connect',
    type: 'oidc',
    issuer: env().AUTH_OIDC_ISSUER,
    clientId: env().AUTH_OIDC_ID,
    clientSecret: env().AUTH_OIDC_SECRET,
    checks: ['pkce', 'state', 'nonce'],
    // Providers need not put the address into the token; all tell it when asked.
    idToken: false,
    // The desk never calls the provider again on the person's behalf: no token of theirs is kept.
    account: () => undefined,
    // Safe because `maySignIn` has asked for an address that the provider verified.
    allowDangerousEmailAccountLinking: true,
  };
}

async function claimForCustomer(userId: string | undefined, guestId: string | undefined) {
  if (!userId || !guestId) return;
  const user = await findUser(userId);
  if (user?.kind === 'customer') await claimConversations({ guestId, userId });
}
