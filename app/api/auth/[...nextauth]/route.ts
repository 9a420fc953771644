import type { NextRequest } from 'next/server';
import { authHandlers } from '@/lib/auth/auth';
import { toAuthRequest } from '@/lib/auth/auth-request';
import { readLimited } from '@/lib/http/read-limited';

const maxFormBytes = 100_000;

/** Auth.js: one-time links, the outside identity provider, and sign-out. */
async function handle(request: Request): Promise<Response> {
  const handler = request.method === 'POST' ? authHandlers.POST : authHandlers.GET;
  const form = await readLimited(request, maxFormBytes);
  if (form === null) return new Response(null, { status: 413 });
  // Not made a NextRequest: that writes 127.0.0.1 as localhost, where the cookies are not.
  const answer = await handler(toAuthRequest(request, form) as NextRequest);
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'private, no-store');
  headers.set('referrer-policy', 'no-referrer');
  return new Response(answer.body, { status: answer.status, headers });
}

export { handle as GET, handle as POST };
