import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/app/_security/content-security-policy';
import { baseUrl, env } from '@/lib/env';

/**
 * Gives every page its security headers. The nonce travels in the request headers to Next, which
 * puts it on its scripts, and to the layout. No access is decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const issuer = env().AUTH_OIDC_ISSUER;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    isDevelopment: process.env.NODE_ENV === 'development',
    signInOrigin: issuer && new URL(issuer).origin,
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (baseUrl().startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
}

// API requests stay outside: Next would hold their whole bodies in memory to pass them through.
export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image|icon.svg).*)'],
};
