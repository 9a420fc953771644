import type { Principal } from './principal';

/** Where somebody lands after signing in, when they were on their way to nowhere in particular. */
export function landingPath(who: { kind: Principal['kind']; roles: string[] }): string {
  if (who.kind !== 'staff') return '/';
  if (who.roles.includes('admin')) return '/staff';
  if (who.roles.includes('operator')) return '/inbox';
  if (who.roles.includes('developer')) return '/knowledge';
  return who.roles.includes('viewer') ? '/admin/transcripts' : '/staff';
}
