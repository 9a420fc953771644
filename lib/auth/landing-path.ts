import type { User } from '@/lib/db/users';

/** Where an account lands after signing in, when it was on its way to nowhere in particular. */
export function landingPath(user: Pick<User, 'kind' | 'roles'>): string {
  if (user.kind === 'customer') return '/';
  if (user.roles.includes('admin')) return '/staff';
  if (user.roles.includes('operator')) return '/inbox';
  if (user.roles.includes('developer')) return '/knowledge';
  return user.roles.includes('viewer') ? '/admin/transcripts' : '/staff';
}
