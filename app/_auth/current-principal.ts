import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { can, type Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { resolveVisitor } from '@/lib/auth/resolve-principal';

/** Who opens this page, found once per request, and whether a session of theirs has ended. */
export const currentVisitor = cache(async () => resolveVisitor(new Headers(await headers())));

/** Who opens this page. Pages set no cookies: a new guest gets one with their first API call. */
export async function currentPrincipal(): Promise<Principal> {
  return (await currentVisitor()).principal;
}

/**
 * Lets a page be seen by those only who hold the permission; `path` is where the page lives.
 * Guests are sent to sign in and come back; for other accounts the page is not there.
 */
export async function requirePageAccess(permission: Permission, path: string): Promise<Principal> {
  const principal = await currentPrincipal();
  if (can(principal, permission)) return principal;
  if (principal.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  notFound();
}
